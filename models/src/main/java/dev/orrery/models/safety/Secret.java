package dev.orrery.models.safety;

/**
 * Where a secret stands in a text.
 *
 * @param type what it looks like
 * @param start offset of its first UTF-16 unit
 * @param end offset behind its last unit
 */
record Secret(SecretType type, int start, int end) {}
