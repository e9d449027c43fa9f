package dev.orrery.app.session;

/** A screen of the window that the rail leads to. */
public enum Room {
    WELCOME,
    EXPLORE,
    SEARCH,
    CODE,
    MODELS,
    ACTIVITY,
    SETTINGS;

    /** Whether there is something to see where no repository is open. */
    public boolean isWithoutRepository() {
        return switch (this) {
            case MODELS, ACTIVITY, SETTINGS, WELCOME -> true;
            case EXPLORE, SEARCH, CODE -> false;
        };
    }
}
