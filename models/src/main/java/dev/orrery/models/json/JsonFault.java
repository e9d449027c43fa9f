package dev.orrery.models.json;

/** What is wrong with a JSON text, and where, as in {@code models[3].layers: not a number from 1 to 1000}. */
public final class JsonFault extends Exception {
    private static final long serialVersionUID = 1;

    public JsonFault(String what) {
        super(what);
    }
}
