package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows a type or file by its head and the signatures of those members that may matter most, in source order, within a number
 * of tokens. Of the document's own file only what lies outside the window is shown, above and below it apart.
 */
final class Skeletons {
    private static final int MOST_MEMBERS = 400;
    private static final int MOST_DEPTH = 6;
    private static final int LEAST_TOKENS = 4;

    private final Caret caret;
    private final Plan plan;
    private final SourceLines source;
    private final CodeGraph graph;

    Skeletons(Caret caret, Plan plan, SourceLines source) {
        this.caret = caret;
        this.plan = plan;
        this.source = source;
        this.graph = caret.graph();
    }

    /** A part of a container: lines of one file and what is shown of them. */
    record Skeleton(String path, int startLine, int endLine, String text) {}

    private record Member(int symbol, int line, double rank) {}

    /** The skeleton, in up to two parts; none where there is nothing to show. */
    List<Skeleton> of(int container, int tokens) {
        int file = container < 0 ? -1 - container : graph.file(container);
        boolean own = file == caret.file();
        String[] lines = own ? caret.lines() : source.of(graph.path(file));
        List<Member> members = members(container, file, own, lines);
        if (!own) {
            return members.isEmpty() ? List.of() : List.of(part(container, file, lines, members, tokens));
        }
        List<Member> above =
                members.stream().filter(member -> member.line < caret.first()).toList();
        List<Member> below =
                members.stream().filter(member -> member.line > caret.last()).toList();
        int half = above.isEmpty() || below.isEmpty() ? tokens : tokens / 2;
        List<Skeleton> parts = new ArrayList<>();
        if (!above.isEmpty()) {
            parts.add(part(container, file, lines, above, half));
        }
        if (!below.isEmpty()) {
            parts.add(part(container, file, lines, below, half));
        }
        return parts;
    }

    /** The head of the container, then its members, best first. */
    private List<Member> members(int container, int file, boolean own, String[] lines) {
        List<Member> members = new ArrayList<>();
        int first = container < 0 ? graph.firstSymbol(file) : container;
        int last = container < 0 ? Integer.MAX_VALUE : graph.endLine(container);
        for (int symbol = first; symbol < graph.endSymbol(file) && graph.startLine(symbol) <= last; symbol++) {
            if (symbol == container || isShown(symbol, container, own)) {
                int line = own ? caret.bufferLine(symbol) : graph.line(symbol);
                if (isDeclaredAt(graph, symbol, lines, line) && !(own && caret.inWindow(line))) {
                    members.add(new Member(symbol, line, symbol == container ? Double.MAX_VALUE : rank(symbol)));
                }
            }
        }
        members.sort(Comparator.comparingDouble(Member::rank).reversed().thenComparing(Member::symbol));
        return members.size() > MOST_MEMBERS ? members.subList(0, MOST_MEMBERS) : members;
    }

    /** Whether a line still is the one on which a symbol is declared; constructors go by other names in some languages. */
    static boolean isDeclaredAt(CodeGraph graph, int symbol, String[] lines, int line) {
        return line > 0
                && line <= lines.length
                && (graph.kind(symbol) == SymbolKind.CONSTRUCTOR
                        ? lines[line - 1].indexOf('(') >= 0
                        : lines[line - 1].contains(graph.name(symbol)));
    }

    /** Whether a file declares something outside types, or is the document's own. */
    boolean hasMembers(int container) {
        int file = -1 - container;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            boolean own = file == caret.file();
            if (isShown(symbol, container, own) && (own || !graph.kind(symbol).isType())) {
                return true;
            }
        }
        return false;
    }

    private boolean isShown(int symbol, int container, boolean own) {
        SymbolKind kind = graph.kind(symbol);
        int modifiers = graph.modifiers(symbol);
        boolean hidden = kind == SymbolKind.INITIALIZER
                || Modifiers.has(modifiers, Modifiers.IMPLICIT)
                || Modifiers.has(modifiers, Modifiers.LOCAL)
                || !own && Modifiers.has(modifiers, Modifiers.PRIVATE);
        if (hidden || kind == SymbolKind.NAMESPACE) {
            return false;
        }
        int outer = graph.parent(symbol);
        if (container >= 0) {
            return outer == container;
        }
        return own || outer < 0 || graph.kind(outer) == SymbolKind.NAMESPACE;
    }

    private double rank(int symbol) {
        int outer = graph.parent(symbol);
        return 4 * plan.scores().of(symbol)
                + 0.12 * Math.log1p(plan.callersOf(symbol))
                + 0.3 * plan.nearness(graph.name(symbol))
                + (graph.kind(symbol).isCallable() ? 0.02 : 0)
                + (outer >= 0 ? plan.scores().of(outer) / 2 : 0);
    }

    private int depth(int symbol) {
        int depth = 0;
        for (int outer = graph.parent(symbol); outer >= 0; outer = graph.parent(outer)) {
            depth++;
        }
        return depth;
    }

    private Skeleton part(int container, int file, String[] lines, List<Member> ranked, int tokens) {
        List<Member> taken = new ArrayList<>();
        Map<Integer, String> signatures = new HashMap<>();
        int left = tokens;
        for (Member member : ranked) {
            if (left < LEAST_TOKENS) {
                break;
            }
            String signature = Signatures.at(lines, member.line);
            int cost = ContextPiece.tokens(signature) + 1;
            if (cost <= left) {
                left -= cost;
                taken.add(member);
                signatures.put(member.line, signature);
            }
        }
        taken.sort(Comparator.comparingInt(Member::line).thenComparing(Member::symbol));
        StringBuilder text = new StringBuilder();
        int shown = 0;
        int top = taken.stream().mapToInt(member -> depth(member.symbol)).min().orElse(0);
        for (Member member : taken) {
            if (member.line != shown) {
                text.append(text.isEmpty() ? "" : "\n");
                text.append("  ".repeat(Math.min(MOST_DEPTH, depth(member.symbol) - top)));
                text.append(signatures.get(member.line));
                shown = member.line;
            }
        }
        boolean own = file == caret.file();
        int start = own || container < 0
                ? ranked.stream().mapToInt(Member::line).min().orElse(1)
                : graph.startLine(container);
        int end = own || container < 0
                ? ranked.stream().mapToInt(Member::line).max().orElse(1)
                : graph.endLine(container);
        return new Skeleton(graph.path(file), start, end, text.toString());
    }
}
