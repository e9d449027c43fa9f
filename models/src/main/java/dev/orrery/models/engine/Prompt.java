package dev.orrery.models.engine;

import java.util.List;

/** What a model reads before it writes. */
public sealed interface Prompt {

    /**
     * Code with a gap at the caret.
     *
     * @param context code from elsewhere that may help, most important last; empty for none
     * @param prefix the file before the caret
     * @param suffix the file behind it
     * @param path the file, for models that were trained to see it; empty for none
     */
    record Infill(String context, String prefix, String suffix, String path) implements Prompt {}

    /** A conversation, oldest turn first. */
    record Chat(List<Turn> turns) implements Prompt {
        public Chat {
            turns = List.copyOf(turns);
        }
    }

    /** One turn of a conversation. */
    record Turn(Speaker speaker, String text) {}

    /** Who speaks. */
    enum Speaker {
        SYSTEM,
        USER,
        MODEL
    }
}
