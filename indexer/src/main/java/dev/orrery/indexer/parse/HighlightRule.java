package dev.orrery.indexer.parse;

import dev.orrery.api.TokenSpan;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Paints nodes of one type.
 *
 * @param kind how; null paints nothing over what the surrounding node painted but keeps its children apart from it
 * @param steps where the node must stand, innermost first; empty for anywhere
 * @param condition what its text must be
 */
record HighlightRule(TokenSpan.@Nullable Kind kind, int[][] steps, Condition condition) {

    /** What a node's text must be. */
    sealed interface Condition {}

    /** Anything. */
    record Any() implements Condition {}

    /** One of the words. */
    record OneOf(Set<String> words) implements Condition {}

    /** Begins so. */
    record Begins(String prefix) implements Condition {}

    /** An upper-case letter and then no lower-case one, two letters or more. */
    record AllCapitals() implements Condition {}

    /** Begins with an upper-case letter. */
    record Capitalised() implements Condition {}

    boolean applies(FlatTree tree, int node, CharSequence text) {
        int at = node;
        for (int[] step : steps) {
            int parent = tree.parent(at);
            if (parent < 0 || tree.symbol(parent) != step[0] || step[1] > 0 && tree.field(at) != step[1]) {
                return false;
            }
            at = parent;
        }
        return holds(text);
    }

    private boolean holds(CharSequence text) {
        return switch (condition) {
            case Any() -> true;
            case OneOf(Set<String> words) -> words.contains(text.toString());
            case Begins(String prefix) ->
                text.length() >= prefix.length() && prefix.contentEquals(text.subSequence(0, prefix.length()));
            case AllCapitals() ->
                text.length() > 1
                        && Character.isUpperCase(text.charAt(0))
                        && text.chars().noneMatch(Character::isLowerCase);
            case Capitalised() -> !text.isEmpty() && Character.isUpperCase(text.charAt(0));
        };
    }
}
