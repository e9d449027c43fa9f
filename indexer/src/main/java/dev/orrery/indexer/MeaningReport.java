package dev.orrery.indexer;

/**
 * What bringing search by meaning up to date came to.
 *
 * @param declarations that can be found by meaning
 * @param seconds it took
 * @param bytesOnDisk size of the whole index afterwards
 */
public record MeaningReport(int declarations, double seconds, long bytesOnDisk) {}
