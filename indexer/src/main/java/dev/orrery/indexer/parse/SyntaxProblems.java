package dev.orrery.indexer.parse;

import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.UserMessage;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/**
 * What a tree's errors say to a reader. The parser repairs a text in two ways: it makes up a token that is missing, or it skips
 * what it cannot use, which then are the children of an error. Of a skipped stretch that may span half a file the smallest part is
 * shown that tells something: a quote or an opening bracket whose partner is missing, a closing one without a partner, else its first line.
 */
final class SyntaxProblems {
    /** As many nodes of a tree are looked at. */
    static final int MOST_NODES = 4_000;

    private static final int MOST = 200;
    private static final int LONGEST = 24;
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final FlatTree tree;
    private final String text;
    private final TreeSet<SyntaxProblem> found = new TreeSet<>(Comparator.comparingInt(SyntaxProblem::start));

    private SyntaxProblems(FlatTree tree, String text) {
        this.tree = tree;
        this.text = text;
    }

    /** @param tree of {@code text}, with errors and their children; offsets are UTF-16 units */
    static List<SyntaxProblem> of(FlatTree tree, String text) {
        SyntaxProblems problems = new SyntaxProblems(tree, text);
        for (int node = 0; node < tree.size() && problems.found.size() < MOST; node++) {
            if (tree.missing(node)) {
                problems.missing(node);
            } else if (tree.symbol(node) == FlatTree.ERROR) {
                problems.skipped(node);
            }
        }
        return List.copyOf(problems.found);
    }

    private void missing(int node) {
        String name = tree.grammar().symbolName(tree.symbol(node));
        UserMessage why = tree.named(node)
                ? UserMessage.of("indexer.syntax.part", name.replace('_', ' ').strip())
                : UserMessage.of("indexer.syntax.missing", name);
        int end = Math.min(tree.start(node), text.length());
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        add(end == 0 ? 0 : text.offsetByCodePoints(end, -1), end, why);
    }

    private void skipped(int error) {
        boolean further = false;
        Deque<Integer> open = new ArrayDeque<>();
        int stray = -1;
        int quote = -1;
        for (int child = tree.firstChild(error); child >= 0; child = tree.nextSibling(child)) {
            further |= tree.broken(child) || tree.missing(child);
            int opening = bracket(child, OPENING);
            int closing = bracket(child, CLOSING);
            if (isQuote(child)) {
                quote = quote < 0 ? child : -1;
            }
            if (opening >= 0) {
                open.push(child);
            } else if (closing >= 0 && !open.isEmpty() && bracket(open.getFirst(), OPENING) == closing) {
                open.pop();
            } else if (closing >= 0 && stray < 0) {
                stray = child;
            }
        }
        if (quote >= 0) { // it swallowed what would have closed the brackets
            add(quote, "indexer.syntax.unclosed");
        } else if (!open.isEmpty()) {
            add(open.getFirst(), "indexer.syntax.unclosed");
        } else if (stray >= 0) {
            add(stray, "indexer.syntax.unexpected");
        } else if (!further) {
            add(error, "indexer.syntax.unexpected");
        }
    }

    /** Which of the brackets a token is, or -1. */
    private int bracket(int node, String brackets) {
        boolean single = !tree.named(node) && tree.end(node) - tree.start(node) == 1 && tree.end(node) <= text.length();
        return single ? brackets.indexOf(text.charAt(tree.start(node))) : -1;
    }

    private boolean isQuote(int node) {
        int length = tree.end(node) - tree.start(node);
        return !tree.named(node)
                && (length == 1 || length == 3)
                && tree.end(node) <= text.length()
                && text.substring(tree.start(node), tree.end(node))
                        .chars()
                        .allMatch(c -> c == '"' || c == '\'' || c == '`');
    }

    private void add(int node, String key) {
        int start = Math.min(tree.start(node), text.length());
        int end = Math.min(tree.end(node), text.length());
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int line = start;
        while (line < end && text.charAt(line) != '\n' && text.charAt(line) != '\r') {
            line++;
        }
        while (line > start && Character.isWhitespace(text.charAt(line - 1))) {
            line--;
        }
        String shown = text.substring(start, line);
        if (shown.length() > LONGEST) {
            shown = shown.substring(0, shown.offsetByCodePoints(0, shown.codePointCount(0, LONGEST - 1))) + "…";
        }
        if (start < line) {
            add(start, line, UserMessage.of(key, shown));
        } else {
            add(start, start, UserMessage.of("indexer.syntax.incomplete"));
        }
    }

    private void add(int start, int end, UserMessage why) {
        found.add(new SyntaxProblem(start, end, why));
    }
}
