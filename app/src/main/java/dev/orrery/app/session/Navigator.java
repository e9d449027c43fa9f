package dev.orrery.app.session;

/** Leads the reader to a place in the code. UI thread only. */
@FunctionalInterface
public interface Navigator {
    /** How much the reader wants it. */
    enum Intent {
        /** Show it beside what the reader looks at, leaving focus and room alone. */
        GLANCE,
        /** Go there: the Code room, with the caret. */
        READ
    }

    void go(Place place, Intent intent);
}
