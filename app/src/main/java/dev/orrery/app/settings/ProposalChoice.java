package dev.orrery.app.settings;

/** How sure a proposal must be to be shown without being asked for. */
public enum ProposalChoice {
    /** Only when asked for. */
    OFF(2),
    SURE(0.5),
    USUAL(0.2),
    EAGER(0.05);

    private final double least;

    ProposalChoice(double least) {
        this.least = least;
    }

    /** The probability that the user wants it below which nothing is shown; above 1 for never. */
    public double least() {
        return least;
    }
}
