package dev.orrery.models.ledger;

import dev.orrery.api.RequestBroker.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * A request in the ledger.
 *
 * @param id its number
 * @param at when it was asked
 * @param asked as it came in
 * @param ended how it ended; while it is under way, empty words and no usage
 * @param verdict what the user made of it; empty where that is not known
 * @param departed bytes that left the machine for it
 */
public record LedgerEntry(long id, Instant at, Asked asked, Ended ended, Optional<Verdict> verdict, long departed) {}
