/**
 * What was asked of which model, where it went, what it took and cost, and what became of it: a SQLite file, the only home of
 * {@code java.sql}. Entry point: {@link dev.orrery.models.ledger.Ledger}. It holds no text of the user's but what left the machine, and
 * that can be switched off and cleared.
 *
 * <p>Several processes share one file (write-ahead log, busy timeout); within a process one connection writes. A request is
 * written down before it is sent and again when it has ended, so that a process that dies leaves a row that says so. Money is
 * reserved before it is spent, in one transaction with the question whether the limits allow it. A killed process loses nothing that was
 * committed; a power cut may cost the last moments, never the file. A file that is damaged is set aside with a message.
 */
@NullMarked
package dev.orrery.models.ledger;

import org.jspecify.annotations.NullMarked;
