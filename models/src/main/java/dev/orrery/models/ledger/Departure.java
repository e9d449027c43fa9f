package dev.orrery.models.ledger;

import java.time.Instant;

/**
 * Something that left the machine.
 *
 * @param id its number
 * @param request the number of the request
 * @param at when
 * @param model to whom
 * @param address where it went
 * @param bytes how much it was
 * @param kept whether the bytes themselves are still here, see {@link Departures#body}
 */
public record Departure(long id, long request, Instant at, String model, String address, long bytes, boolean kept) {}
