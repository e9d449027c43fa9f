package dev.orrery.indexer.context;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece.Kind;
import dev.orrery.api.Resolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds what may matter at a caret. Each kind of evidence gives worth to declarations: what encloses the caret and what that
 * extends; what is called and named in the file, the nearer the more; and what other code that calls the same calls next.
 * Calls on lines that the buffer no longer has give nothing.
 */
final class Plan {
    private static final int NEAREST_CALLEES = 12;
    private static final int MOST_CALLERS = 40;
    private static final int MOST_SIBLINGS = 24;
    private static final int NEXT_CALLS = 4;
    private static final int LINE_LIMIT = 500;
    private static final double CALL_REACH = 10;
    private static final double NAME_REACH = 15;
    private static final int FAR = 600;
    private static final double RECEIVER_WORTH = 6;
    private static final double MODULE_WORTH = 0.8;

    private final Caret caret;
    private final CodeGraph graph;
    private final Names names;
    private final NameChoice choice;
    private final Scores scores;
    private final int enclosing;
    private final Map<Integer, Integer> dropped = new HashMap<>();
    private final Map<Integer, Double> similar = new TreeMap<>();
    private final Map<String, Double> namesNear = new HashMap<>();
    private final Map<String, Double> wordsNear = new HashMap<>();
    private final Set<Integer> imported = new TreeSet<>();

    Plan(Caret caret, Names names) {
        this.caret = caret;
        this.graph = caret.graph();
        this.names = names;
        this.choice = new NameChoice(caret, names);
        this.scores = new Scores(graph, caret.file());
        this.enclosing = caret.enclosing();
    }

    void make(Cancellation cancellation) {
        namesInBuffer();
        receiverType();
        cancellation.throwIfRequested();
        if (caret.file() >= 0) {
            enclosing();
            List<Call> calls = calls();
            cancellation.throwIfRequested();
            calledNext(calls);
            siblings();
        }
    }

    Names names() {
        return names;
    }

    /** What the document's first lines name. */
    Set<Integer> imported() {
        return imported;
    }

    /** How much a name shares with the names near the caret, word by word. */
    double likeness(String name) {
        double like = 0;
        for (String word : Words.of(name)) {
            like += Math.min(0.5, wordsNear.getOrDefault(word, 0.0));
        }
        return like;
    }

    Scores scores() {
        return scores;
    }

    /** The innermost declaration around the caret, or -1. */
    int enclosingSymbol() {
        return enclosing;
    }

    /** Code that calls what is called near the caret, most alike first. */
    List<Integer> similarCode() {
        return similar.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How many calls reach a symbol, those left out that the buffer no longer has. */
    int callersOf(int symbol) {
        return graph.incomingCount(symbol) - dropped.getOrDefault(symbol, 0);
    }

    /** How near to the caret a name occurs, 0 where it does not. */
    double nearness(String name) {
        return namesNear.getOrDefault(name, 0.0);
    }

    private void enclosing() {
        double worth = 3;
        for (int outer = enclosing; outer >= 0; outer = graph.parent(outer)) {
            if (graph.kind(outer).isType()) {
                scores.type(outer, worth, Kind.ENCLOSING, outer);
                supertypes(outer, worth / 2, 0);
                worth /= 2;
            }
        }
        scores.container(-1 - caret.file(), 1, Kind.ENCLOSING, enclosing);
    }

    private void supertypes(int type, double worth, int depth) {
        for (int i = 0; i < graph.superCount(type) && depth < 6; i++) {
            scores.type(graph.supertype(type, i), worth, Kind.SUPERTYPE, type);
            supertypes(graph.supertype(type, i), worth * 0.6, depth + 1);
        }
    }

    private void namesInBuffer() {
        String[] lines = caret.lines();
        Map<Integer, Double> worths = new HashMap<>();
        for (int line = 1; line <= lines.length; line++) {
            int distance = caret.distance(line);
            boolean head = choice.isHead(line);
            if (!head && distance > FAR) {
                continue;
            }
            double near = 1 / (1 + distance / NAME_REACH);
            double worth = Math.max(0.15, near);
            String text = lines[line - 1];
            Identifiers.in(text, LINE_LIMIT, (name, end) -> {
                if (distance < 2 * NAME_REACH) {
                    namesNear.merge(name, near, Math::max);
                }
                if (head) {
                    module(name);
                }
                if (names.of(name).length > 0) {
                    int meant = choice.of(name);
                    boolean isUse = meant >= 0 && (head || graph.kind(meant).isType() || isCall(text, end));
                    meant = isUse ? meant : -1;
                    if (meant >= 0 && head) {
                        imported.add(meant);
                    }
                    if (meant >= 0) {
                        worths.merge(meant, worth, Double::sum);
                    }
                }
            });
        }
        namesNear.forEach((name, near) -> {
            for (String word : Words.of(name)) {
                wordsNear.merge(word, near, Math::max);
            }
        });
        worths.forEach((meant, worth) -> {
            double bounded = 2.5 * worth / (1.5 + worth);
            if (graph.kind(meant).isType()) {
                scores.type(meant, bounded, Kind.NAMED, meant);
            } else {
                scores.symbol(meant, bounded, Kind.NAMED);
            }
        });
    }

    /** What follows a called name in most languages: an opening bracket, a macro's mark, or type arguments. */
    private static boolean isCall(String text, int end) {
        return end < text.length() && "(!<".indexOf(text.charAt(end)) >= 0;
    }

    /** A file that the first lines name by its own name, as an included or required one. */
    private void module(String name) {
        int file = choice.file(name);
        if (file >= 0 && file != caret.file()) {
            scores.container(-1 - file, MODULE_WORTH, Kind.IMPORTED, -1);
        }
    }

    /** The types that the lines name on which the name before the dot at the caret occurs, or the type of that name. */
    private void receiverType() {
        String receiver = receiver();
        if (receiver.isEmpty()) {
            return;
        }
        Set<Integer> types = new TreeSet<>();
        for (int line = 1; line <= caret.lines().length; line++) {
            String text = caret.lines()[line - 1];
            if (line != caret.line() && text.contains(receiver)) {
                Set<Integer> named = new TreeSet<>();
                boolean[] mentions = new boolean[1];
                Identifiers.in(text, LINE_LIMIT, (name, end) -> {
                    mentions[0] |= name.equals(receiver);
                    int meant = choice.of(name);
                    if (meant >= 0 && graph.kind(meant).isType()) {
                        named.add(meant);
                    }
                });
                if (mentions[0]) {
                    types.addAll(named);
                }
            }
        }
        int meant = choice.of(receiver);
        if (meant >= 0 && graph.kind(meant).isType()) {
            types.clear();
            types.add(meant);
        }
        types.forEach(type -> scores.type(type, RECEIVER_WORTH, Kind.NAMED, type));
    }

    /** The name before the dot at the caret; empty where there is none. */
    private String receiver() {
        String before = caret.lines()[caret.line() - 1].substring(0, Math.min(caret.column(), LINE_LIMIT));
        int dot = before.length() - 1;
        while (dot >= 0 && Character.isJavaIdentifierPart(before.charAt(dot))) {
            dot--;
        }
        int end = dot;
        while (dot > 0 && Character.isJavaIdentifierPart(before.charAt(dot - 1))) {
            dot--;
        }
        return end >= 0 && before.charAt(end) == '.' ? before.substring(dot, end) : "";
    }

    private record Call(int call, int callee, int distance) {}

    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        for (int symbol = graph.firstSymbol(caret.file()); symbol < graph.endSymbol(caret.file()); symbol++) {
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                int callee = graph.callee(call);
                int line = caret.map().toBuffer(graph.callLine(call));
                if (callee >= 0 && line == 0) {
                    dropped.merge(callee, 1, Integer::sum);
                } else if (callee >= 0) {
                    calls.add(new Call(call, callee, caret.distance(line)));
                }
            }
        }
        for (Call call : calls) {
            double certain = graph.resolution(call.call) == Resolution.AMBIGUOUS ? 0.3 : 1;
            scores.symbol(call.callee, certain * Math.max(0.1, 1 / (1 + call.distance / CALL_REACH)), Kind.CALLED);
        }
        calls.sort(Comparator.comparingInt(Call::distance).thenComparing(Call::call));
        return calls;
    }

    /** What others who call the same call afterwards: near calls before the caret weigh most. */
    private void calledNext(List<Call> calls) {
        Map<Integer, Integer> seen = new HashMap<>();
        for (Call near : calls) {
            if (seen.size() == NEAREST_CALLEES) {
                return;
            }
            if (seen.putIfAbsent(near.callee, 1) == null) {
                double weight = 1 / (1 + near.distance / CALL_REACH);
                callersOf(near.callee, weight);
            }
        }
    }

    private void callersOf(int callee, double weight) {
        int count = graph.incomingCount(callee);
        int step = Math.max(1, count / MOST_CALLERS);
        double each = weight / Math.sqrt(1 + Math.min(count, MOST_CALLERS));
        for (int i = 0; i < count; i += step) {
            int call = graph.incoming(callee, i);
            int caller = graph.caller(call);
            boolean same = caller == enclosing
                    || graph.file(caller) == caret.file() && caret.map().toBuffer(graph.callLine(call)) == 0;
            if (!same) {
                similar.merge(caller, each, Double::sum);
                int end = Math.min(graph.endCall(caller), call + 1 + NEXT_CALLS);
                for (int next = call + 1; next < end; next++) {
                    related(next, each / (next - call));
                }
            }
        }
    }

    private void related(int call, double worth) {
        int callee = graph.callee(call);
        boolean gone =
                graph.file(graph.caller(call)) == caret.file() && caret.map().toBuffer(graph.callLine(call)) == 0;
        if (callee >= 0 && !gone) {
            scores.symbol(callee, worth, Kind.RELATED);
        }
    }

    /** What methods of the same name in types of the same kind call: overriders of one method do alike. */
    private void siblings() {
        if (enclosing < 0 || !graph.kind(enclosing).isCallable() || graph.parent(enclosing) < 0) {
            return;
        }
        List<Integer> siblings = new ArrayList<>();
        overridden(graph.parent(enclosing), siblings, 0);
        int count = Math.min(MOST_SIBLINGS, siblings.size());
        for (int sibling : siblings.subList(0, count)) {
            similar.merge(sibling, 0.5 / count, Double::sum);
            int calls = graph.endCall(sibling) - graph.firstCall(sibling);
            for (int call = graph.firstCall(sibling); call < graph.endCall(sibling); call++) {
                related(call, 1.0 / count / Math.max(4, calls));
            }
        }
    }

    private void overridden(int type, List<Integer> siblings, int depth) {
        for (int i = 0; i < graph.superCount(type) && depth < 4; i++) {
            int above = graph.supertype(type, i);
            int end = graph.endSymbol(graph.file(above));
            for (int member = above + 1; member < end && graph.startLine(member) <= graph.endLine(above); member++) {
                if (graph.parent(member) == above && graph.name(member).equals(graph.name(enclosing))) {
                    for (int sibling : graph.overriders(member)) {
                        if (sibling != enclosing && siblings.size() < MOST_SIBLINGS) {
                            siblings.add(sibling);
                        }
                    }
                }
            }
            overridden(above, siblings, depth + 1);
        }
    }
}
