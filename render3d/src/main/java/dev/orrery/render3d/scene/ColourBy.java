package dev.orrery.render3d.scene;

/** What the hue of a body tells. */
public enum ColourBy {
    REGION,
    LANGUAGE,
    KIND,
    VISIBILITY
}
