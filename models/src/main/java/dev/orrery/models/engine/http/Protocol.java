package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import java.util.List;

/** How requests to a provider are written and its answers read, for one model. Safe from any thread. */
interface Protocol {
    /** The same bytes for the same arguments. */
    Outgoing generation(Prompt prompt, Sampling sampling);

    /** Whether a gap is filled by way of a conversation. */
    boolean fillsByChat();

    /** Reads the answers to such a prompt. */
    Reader reader(Prompt prompt);

    Outgoing embedding(List<String> texts);

    /** The vectors in an answer, in the order of the texts; each an array of numbers. */
    List<JsonNode> vectors(JsonNode answer);

    /** Reads the messages of one kind of stream. */
    interface Reader {
        /**
         * Takes the next message.
         *
         * @return whether more messages are expected
         * @throws EngineException where the message is an error, or none
         */
        boolean read(String message, Answer answer) throws EngineException;
    }
}
