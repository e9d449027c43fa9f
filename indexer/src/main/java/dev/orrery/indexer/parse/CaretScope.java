package dev.orrery.indexer.parse;

import java.util.List;

/**
 * What is around the call that marks a caret.
 *
 * @param call the call that marks it
 * @param scope the innermost declaration around it, or -1
 * @param variables those that can be named there, the nearest first
 * @param around the declarations around it, the innermost first
 */
public record CaretScope(int call, int scope, List<Variable> variables, List<Around> around) {
    public CaretScope {
        variables = List.copyOf(variables);
        around = List.copyOf(around);
    }

    /**
     * A variable that can be named.
     *
     * @param row in {@link Variables}
     * @param distance how many scopes lie between it and the caret
     */
    public record Variable(int row, int distance) {}

    /**
     * A declaration around the caret.
     *
     * @param row in {@link Declarations}
     * @param distance how many scopes lie between its own names and the caret
     */
    public record Around(int row, int distance) {}
}
