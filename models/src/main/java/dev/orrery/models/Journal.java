package dev.orrery.models;

import dev.orrery.api.ModelRequest;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ledger.Asked;
import dev.orrery.models.ledger.Ended;
import java.util.Optional;

/** One request's place in the ledger. Where the ledger cannot be written the request goes on, on this machine only, and says so. */
final class Journal {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());

    private final BrokerParts parts;
    private final Asked asked;
    private long id;
    private Optional<UserMessage> trouble = Optional.empty();

    Journal(BrokerParts parts, ModelRequest request) {
        this.parts = parts;
        this.asked = new Asked(request.task(), request.workspace(), request.urgency(), request.risk());
        try {
            this.id = parts.ledger().begin(asked);
        } catch (OrreryException unwritable) {
            failed(unwritable);
        }
    }

    private void failed(OrreryException unwritable) {
        LOG.log(System.Logger.Level.WARNING, "a request is not in the ledger", unwritable);
        trouble = Optional.of(unwritable.userMessage());
    }

    /** The request's number; 0 where it has none. */
    long id() {
        return id;
    }

    /** Why it could not be written down. */
    Optional<UserMessage> trouble() {
        return trouble;
    }

    void end(Ended ended) {
        parts.metrics().add(asked, ended);
        if (id != 0) {
            try {
                parts.ledger().end(id, ended);
            } catch (OrreryException unwritable) {
                failed(unwritable);
            }
        }
    }
}
