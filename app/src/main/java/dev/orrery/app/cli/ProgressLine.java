package dev.orrery.app.cli;

import dev.orrery.base.Progress;

/** One line on a terminal's standard error that is written over and over, ten times a second at most. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PAUSE_NANOS = 100_000_000L;

    private final CliContext context;
    private long shownAt = System.nanoTime();
    private int width;

    private ProgressLine(CliContext context) {
        this.context = context;
    }

    /** A line, or nothing where nobody watches. */
    static ProgressLine of(CliContext context) {
        return new ProgressLine(context);
    }

    @Override
    public synchronized void at(String stageKey, long done, long total) {
        if (context.progress() == CliContext.ProgressShown.NEVER || System.nanoTime() - shownAt < PAUSE_NANOS) {
            return;
        }
        shownAt = System.nanoTime();
        String stage = context.messages().text(stageKey);
        String text = total == 0
                ? context.messages().text("app.cli.progress.unknown", stage)
                : context.messages().text("app.cli.progress", stage, done, total);
        context.err().print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        context.err().flush();
        width = text.length();
    }

    @Override
    public synchronized void close() {
        if (width > 0) {
            context.err().print("\r" + " ".repeat(width) + "\r");
            context.err().flush();
            width = 0;
        }
    }
}
