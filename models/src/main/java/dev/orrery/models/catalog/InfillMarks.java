package dev.orrery.models.catalog;

/**
 * The special tokens around the three parts of a fill-in-the-middle prompt, which stand in this order: prefix, suffix, middle.
 *
 * @param prefix before the code in front of the caret
 * @param suffix before the code behind it
 * @param middle before the answer
 */
public record InfillMarks(String prefix, String suffix, String middle) {}
