package dev.orrery.app.session;

/** A screen of the window that the rail leads to. */
public enum Room {
    WELCOME,
    EXPLORE,
    SEARCH,
    CODE,
    SETTINGS
}
