package dev.orrery.render3d.scene;

/** Whether the map is a night sky or a sheet of paper. */
public enum MapTheme {
    DARK,
    LIGHT
}
