package dev.orrery.app.cli.completion;

import dev.orrery.api.Document;
import java.util.List;
import java.util.Optional;

/** Something that says how code goes on. One thread at a time. */
public interface Contestant {
    /** How many next tokens are looked at. */
    int RANKS = 10;

    /** What it is called, in the field's words. */
    String name();

    /** The likeliest next tokens, the best first, at most {@link #RANKS} of them. */
    List<String> tokens(Document document, int offset);

    /** The likeliest rest of the line; empty where nothing is proposed. */
    Optional<String> line(Document document, int offset);
}
