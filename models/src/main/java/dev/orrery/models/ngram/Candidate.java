package dev.orrery.models.ngram;

/**
 * A token that may come next.
 *
 * @param token all of it, the part before the caret included
 * @param probability among all tokens that fit to what stands before the caret
 * @param gap what stands before it, as seen elsewhere: {@link Gap#NONE} or {@link Gap#SPACE}
 */
public record Candidate(String token, double probability, Gap gap) {}
