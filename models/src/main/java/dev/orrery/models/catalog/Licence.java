package dev.orrery.models.catalog;

import java.net.URI;

/**
 * What a model's maker allows.
 *
 * @param id as licence lists name it, such as {@code Apache-2.0}; {@code unknown} where nobody said
 * @param address of its text; empty for none, as {@code URI.create("")}
 * @param consent whether the user must say yes first
 */
public record Licence(String id, URI address, Consent consent) {
    /** A model that somebody brought without saying what its maker allows. */
    public static final Licence UNKNOWN = new Licence("unknown", URI.create(""), Consent.NOT_NEEDED);

    /** Whether a licence must be accepted before a model is fetched. */
    public enum Consent {
        /** It restricts what may be done with the model: use, field, number of users. */
        NEEDED,
        NOT_NEEDED
    }
}
