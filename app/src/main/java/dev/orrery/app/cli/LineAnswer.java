package dev.orrery.app.cli;

/** Hits as {@code path:line:column:text}, one a line. */
final class LineAnswer implements SearchAnswer {
    private final Output out;
    private int count;

    LineAnswer(Output out) {
        this.out = out;
    }

    @Override
    public void add(Hit hit) {
        count++;
        out.text(hit.path());
        out.text(":" + hit.line() + ":" + hit.column() + ":");
        out.line(hit.text());
    }

    @Override
    public void end(boolean complete) {
        out.flush();
    }

    @Override
    public int count() {
        return count;
    }
}
