package dev.orrery.render3d.scene;

/** What the size of a body tells. */
public enum SizeBy {
    LINES,
    FAN_IN,
    FAN_OUT
}
