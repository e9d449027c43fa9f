package dev.orrery.app.settings;

/** Which colours the user wants. */
public enum ThemeChoice {
    SYSTEM,
    DARK,
    LIGHT
}
