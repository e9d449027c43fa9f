package dev.orrery.app.cli;

/** How a command ended, as the command line's contract counts. */
public final class ExitStatus {
    public static final int DONE = 0;
    public static final int NOTHING_FOUND = 1;
    public static final int WRONG_USAGE = 2;
    public static final int FAILED = 3;

    private ExitStatus() {}
}
