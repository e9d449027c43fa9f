package dev.orrery.api;

/**
 * A place where a text is not what its language's grammar asks for.
 *
 * @param start first UTF-16 unit
 * @param end one past the last; where something is missing the range is what stands before it, or empty where nothing does
 * @param why a sentence that says it
 */
public record SyntaxProblem(int start, int end, UserMessage why) {}
