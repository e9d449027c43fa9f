package dev.orrery.render3d.scene;

/** A metric: what the size of a body tells, or the area or height of a house. */
public enum SizeBy {
    LINES,
    MEMBERS,
    FAN_IN,
    FAN_OUT
}
