package dev.orrery.render3d.scene;

/** The two scenes of one snapshot. */
public enum MapScene {
    /** Calls: distance follows coupling. */
    GALAXY,
    /** Folders and files: area and height are metrics. */
    CITY;

    public MapScene other() {
        return this == GALAXY ? CITY : GALAXY;
    }
}
