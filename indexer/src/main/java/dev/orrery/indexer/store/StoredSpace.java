package dev.orrery.indexer.store;

/**
 * A learned latent space as it is kept on disk; what the parts mean is known where it was learned.
 *
 * @param stems the terms, sorted
 * @param frequencies how many of the declarations have each term
 * @param means mean weight of each term, packed
 * @param vectors one packed row a term
 * @param declarations how many were learned from
 * @param averageLength counted terms of a declaration, on average
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredSpace(
        String[] stems, int[] frequencies, byte[] means, byte[] vectors, int declarations, int averageLength) {}
