package dev.orrery.app.cli;

/** Where hits go, in a form of its own. */
interface SearchAnswer {
    /** One hit as it is printed, columns 1-based. */
    record Hit(String path, int line, int column, String text) {}

    void add(Hit hit);

    /** @param complete whether there are no more hits than were added */
    void end(boolean complete);

    int count();
}
