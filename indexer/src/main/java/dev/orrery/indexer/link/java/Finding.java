package dev.orrery.indexer.link.java;

import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.UserMessage;

/**
 * Something in a Java file that a compiler would reject.
 *
 * @param start the first byte
 * @param end one past the last
 */
public record Finding(ProposalVerdict.Kind kind, int start, int end, UserMessage why) {}
