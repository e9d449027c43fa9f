package dev.orrery.render3d.scene;

/** What a {@link SymbolLayer} says of one symbol. */
public enum SymbolState {
    UNCHANGED(""),
    ADDED("+"),
    /** Its own text differs. */
    CHANGED("~"),
    /** The same, in another file or inside another symbol. */
    MOVED("→"),
    /** It is not there any more: a ghost. */
    REMOVED("−"),
    /** It is not there yet; its place stays empty. */
    ABSENT("");

    private static final SymbolState[] ALL = values();

    private final String sign;

    SymbolState(String sign) {
        this.sign = sign;
    }

    /** A sign that stands for the state in text, so that colour is not all that tells it; empty where there is nothing to tell. */
    public String sign() {
        return sign;
    }

    /** Whether the map lights symbols of this state. */
    public boolean isTold() {
        return !sign.isEmpty();
    }

    static SymbolState of(byte ordinal) {
        return ALL[ordinal];
    }
}
