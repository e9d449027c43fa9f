package dev.orrery.app.settings;

/** Which renderer the user wants for the map. */
public enum RendererPreference {
    AUTO,
    GL,
    FXYZ,
    FLAT
}
