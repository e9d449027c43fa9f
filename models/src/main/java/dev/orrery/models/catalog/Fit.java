package dev.orrery.models.catalog;

/**
 * Whether a model would fit into what is free, with the numbers.
 *
 * @param footprint what is expected before experience
 * @param predictedBytes the same as experience corrects it
 * @param freeBytes that can be had without swapping
 * @param verdict how the two compare
 */
public record Fit(Footprint footprint, long predictedBytes, long freeBytes, Verdict verdict) {
    private static final double EASILY = 0.5;
    private static final double YES = 0.8;

    /** How a prediction compares with what is free. */
    public enum Verdict {
        /** At most half of what is free. */
        EASILY,
        /** At most four fifths. */
        YES,
        /** It would fit, and little else. */
        TIGHT,
        TOO_BIG
    }

    /** @param correction measured by predicted, as {@link FitHistory} knows it; 1 for no experience */
    public static Fit of(Footprint footprint, double correction, long freeBytes) {
        long predicted = Math.round(footprint.totalBytes() * correction);
        double share = freeBytes <= 0 ? Double.POSITIVE_INFINITY : (double) predicted / freeBytes;
        Verdict verdict = share <= EASILY
                ? Verdict.EASILY
                : share <= YES ? Verdict.YES : share <= 1 ? Verdict.TIGHT : Verdict.TOO_BIG;
        return new Fit(footprint, predicted, freeBytes, verdict);
    }
}
