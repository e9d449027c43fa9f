package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextPiece.Kind;
import dev.orrery.api.UserMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Turns a plan into pieces that together cost no more than the budget: the window, containers by score, then examples. */
final class Assembly {
    private static final int MOST_CONTAINERS = 7;
    /** After so many containers come the listings. */
    private static final int LISTED = 3;

    /** Of what the window leaves, a container gets at most so much. */
    private static final int SHARE = 11;

    private static final int EXAMPLES_SHARE = 8;

    private final Caret caret;
    private final Plan plan;
    private final CodeGraph graph;
    private final Skeletons skeletons;
    private final Snippets snippets;
    private final Listings listings;
    private final List<ContextPiece> pieces = new ArrayList<>();
    private int left;

    Assembly(Caret caret, Plan plan, SourceLines source, int budget) {
        this.caret = caret;
        this.plan = plan;
        this.graph = caret.graph();
        this.skeletons = new Skeletons(caret, plan, source);
        this.snippets = new Snippets(caret, source);
        this.listings = new Listings(caret, plan, source);
        this.left = budget;
    }

    List<ContextPiece> pieces(int windowTokens, List<Integer> recent) {
        List<Scores.Container> ranked = StreamSupport.stream(
                        plan.scores().containers().spliterator(), false)
                .sorted(Comparator.comparingDouble((Scores.Container container) -> -container.score)
                        .thenComparing(container -> container.id))
                .filter(container -> isWorthwhile(container.id))
                .limit(MOST_CONTAINERS)
                .toList();
        window(windowTokens, ranked.isEmpty() ? 1 : ranked.getFirst().score + 1);
        int share = left / SHARE;
        int examples = left / EXAMPLES_SHARE;
        left -= examples;
        Set<Integer> shown = new HashSet<>();
        ranked.forEach(container -> shown.add(container.id));
        int listed = Math.min(LISTED, ranked.size());
        ranked.subList(0, listed).forEach(container -> container(container, share));
        double worth = listed == 0 ? 1 : ranked.get(listed - 1).score;
        listing(Kind.IMPORTED, listings.imported(shown, Math.min(left, share * 3 / 2)), worth);
        listing(Kind.NEIGHBOUR, listings.neighbours(shown, Math.min(left, share * 3 / 2)), worth);
        ranked.subList(listed, ranked.size()).forEach(container -> container(container, share));
        left += examples;
        examples(recent, ranked.isEmpty() ? 1 : ranked.getLast().score, examples);
        return pieces;
    }

    private void listing(Kind kind, String text, double score) {
        String path = caret.path();
        String place = kind == Kind.IMPORTED ? path : path.substring(0, path.lastIndexOf('/') + 1);
        add(kind, new Skeletons.Skeleton(place, 0, 0, text), -1, score);
    }

    private void window(int tokens, double score) {
        String[] lines = caret.lines();
        String text = String.join("\n", List.of(lines).subList(caret.first() - 1, caret.last()));
        boolean fits = ContextPiece.tokens(text) <= tokens;
        add(
                Kind.WINDOW,
                fits
                        ? new Skeletons.Skeleton(caret.path(), caret.first(), caret.last(), text)
                        : new Skeletons.Skeleton(
                                caret.path(), caret.line(), caret.line(), around(lines[caret.line() - 1], tokens)),
                -1,
                score);
    }

    /** The characters around the caret of a line that is longer than the window. */
    private String around(String line, int tokens) {
        int length = Math.max(0, tokens * 3 - 2);
        int start = Math.clamp(caret.column() - length * 3L / 4, 0, Math.max(0, line.length() - length));
        return line.substring(start, Math.min(line.length(), start + length));
    }

    /** Files count as containers only where something stands in them outside types. */
    private boolean isWorthwhile(int container) {
        return container >= 0 || skeletons.hasMembers(container);
    }

    private void container(Scores.Container container, int share) {
        int tokens = Math.min(left, container.id == -1 - caret.file() ? 3 * share : share);
        for (Skeletons.Skeleton part : skeletons.of(container.id, tokens)) {
            add(container.kind(), part, container.because(), container.score);
        }
    }

    private void examples(List<Integer> recent, double lowest, int tokens) {
        int each = tokens / 3;
        int enclosing = plan.enclosingSymbol();
        for (int similar : plan.similarCode()) {
            if (similar != enclosing
                    && firstCall(similar) > 0
                    && addExample(Kind.SIMILAR, similar, firstCall(similar), lowest * 0.9, each)) {
                break;
            }
        }
        for (int i = 0; enclosing >= 0 && i < graph.incomingCount(enclosing); i++) {
            int call = graph.incoming(enclosing, i);
            int caller = graph.caller(call);
            if (graph.isTest(caller) && addExample(Kind.TEST, caller, graph.callLine(call), lowest * 0.8, each)) {
                break;
            }
        }
        for (int changed : recent) {
            if (addExample(Kind.RECENT, changed, graph.line(changed), lowest * 0.7, each)) {
                break;
            }
        }
    }

    /** A line on which a symbol calls something, or 0. */
    private int firstCall(int symbol) {
        return graph.endCall(symbol) > graph.firstCall(symbol) ? graph.callLine(graph.firstCall(symbol)) : 0;
    }

    private boolean addExample(Kind kind, int symbol, int line, double score, int tokens) {
        return snippets.of(symbol, line, Math.min(left, tokens))
                .map(snippet -> add(kind, snippet, symbol, score))
                .orElse(false);
    }

    private boolean add(Kind kind, Skeletons.Skeleton part, int because, double score) {
        int tokens = ContextPiece.tokens(part.text());
        if (tokens > left || part.text().isBlank() && kind != Kind.WINDOW) {
            return false;
        }
        left -= tokens;
        UserMessage why = UserMessage.of(
                "indexer.context." + kind.name().toLowerCase(Locale.ROOT),
                because < 0 ? caret.path() : graph.name(because));
        pieces.add(
                new ContextPiece(kind, part.path(), part.startLine(), part.endLine(), part.text(), why, score, tokens));
        return true;
    }
}
