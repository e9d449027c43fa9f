package dev.orrery.indexer.compare;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What differs, by the definitions, from two whole graphs and the texts, comparing everything with everything. */
final class NaiveComparison {
    private final List<Thing> gone = new ArrayList<>();
    private final List<Thing> come = new ArrayList<>();
    private final Map<Thing, Thing> pairs = new LinkedHashMap<>();
    final Set<String> told = new TreeSet<>();
    int addedCalls;
    int removedCalls;

    /** A symbol, or a whole file where {@code key} is null. */
    private static final class Thing {
        @Nullable
        SymbolKey key;

        String path = "";
        String group = "";
        String id = "";
        String text = "";
        boolean implicit;
        boolean isType;

        @Nullable
        Thing parent;

        final List<Thing> children = new ArrayList<>();
        final List<String> calls = new ArrayList<>();
    }

    NaiveComparison(CodeGraph before, Map<String, String> was, CodeGraph after, Map<String, String> is) {
        List<Thing> oldFiles = files(before, was);
        List<Thing> newFiles = files(after, is);
        List<Thing> old = all(oldFiles);
        List<Thing> now = all(newFiles);
        for (Thing thing : old) {
            Thing same = now.stream()
                    .filter(other -> Objects.equals(other.key, thing.key))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                gone.add(thing);
            } else if (!same.text.equals(thing.text)) {
                pairs.put(thing, same);
            }
        }
        now.stream()
                .filter(thing -> old.stream().noneMatch(other -> Objects.equals(other.key, thing.key)))
                .forEach(come::add);
        pairHolders(
                oldFiles.stream().filter(file -> !is.containsKey(file.path)).toList(),
                newFiles.stream().filter(file -> !was.containsKey(file.path)).toList());
        pairHolders(
                gone.stream().filter(thing -> thing.isType).toList(),
                come.stream().filter(thing -> thing.isType).toList());
        for (Thing thing : List.copyOf(gone)) {
            List<Thing> here = wordedLike(thing, gone);
            List<Thing> there = wordedLike(thing, come);
            if (thing.text.length() >= 40 && here.size() == 1 && there.size() == 1) {
                take(thing, there.getFirst());
            }
        }
        pairs.forEach((a, b) -> {
            tell(b.text.equals(a.text) ? "MOVED" : "CHANGED", b, a);
            addedCalls += excess(b.calls, a.calls);
            removedCalls += excess(a.calls, b.calls);
        });
        gone.forEach(thing -> {
            tell("REMOVED", thing, null);
            removedCalls += thing.calls.size();
        });
        come.forEach(thing -> {
            tell("ADDED", thing, null);
            addedCalls += thing.calls.size();
        });
    }

    private void tell(String how, Thing thing, @Nullable Thing was) {
        if (!thing.implicit) {
            boolean moved = was != null && !Objects.equals(was.key, thing.key);
            told.add(how + " " + thing.key + (moved && was != null ? " from " + was.key : ""));
        }
    }

    private static int excess(List<String> calls, List<String> others) {
        List<String> left = new ArrayList<>(others);
        return (int) calls.stream().filter(call -> !left.remove(call)).count();
    }

    private static List<Thing> wordedLike(Thing thing, List<Thing> side) {
        return side.stream()
                .filter(other -> other.id.equals(thing.id) && other.text.equals(thing.text))
                .toList();
    }

    private void pairHolders(List<Thing> before, List<Thing> after) {
        List<Thing> leftBefore = new ArrayList<>(before);
        List<Thing> leftAfter = new ArrayList<>(after);
        while (true) {
            Thing bestBefore = null;
            Thing bestAfter = null;
            double best = 0;
            for (Thing a : leftBefore) {
                for (Thing b : leftAfter) {
                    boolean free = a.key == null || gone.contains(a) && come.contains(b);
                    double likeness = free && a.group.equals(b.group) ? likeness(a, b) : 0;
                    boolean wins = likeness >= 0.5
                            && (bestBefore == null
                                    || bestAfter == null
                                    || likeness > best
                                    || likeness == best
                                            && (a.path + "\n" + b.path)
                                                            .compareTo(bestBefore.path + "\n" + bestAfter.path)
                                                    < 0);
                    if (wins) {
                        bestBefore = a;
                        bestAfter = b;
                        best = likeness;
                    }
                }
            }
            if (bestBefore == null || bestAfter == null) {
                return;
            }
            leftBefore.remove(bestBefore);
            leftAfter.remove(bestAfter);
            if (bestBefore.key == null) {
                pairChildren(bestBefore, bestAfter);
            } else {
                take(bestBefore, bestAfter);
            }
        }
    }

    private static double likeness(Thing a, Thing b) {
        if (a.children.isEmpty() && b.children.isEmpty()) {
            return a.key != null && a.text.equals(b.text) ? 1 : 0;
        }
        List<String> left =
                new ArrayList<>(a.children.stream().map(child -> child.id).toList());
        long common = b.children.stream().filter(child -> left.remove(child.id)).count();
        return common / (double) Math.max(a.children.size(), b.children.size());
    }

    private void take(Thing before, Thing after) {
        gone.remove(before);
        come.remove(after);
        pairs.put(before, after);
        pairChildren(before, after);
    }

    private void pairChildren(Thing before, Thing after) {
        for (Thing child : before.children) {
            after.children.stream()
                    .filter(other -> gone.contains(child) && come.contains(other) && other.id.equals(child.id))
                    .findFirst()
                    .ifPresent(other -> take(child, other));
        }
    }

    private static List<Thing> all(List<Thing> files) {
        List<Thing> all = new ArrayList<>();
        for (Thing file : files) {
            for (Thing thing : file.children) {
                all.add(thing);
                all.addAll(all(List.of(thing)));
            }
        }
        return all;
    }

    private static List<Thing> files(CodeGraph graph, Map<String, String> texts) {
        List<Thing> files = new ArrayList<>();
        texts.forEach((path, text) -> {
            Thing file = new Thing();
            file.path = path;
            file.group = path.substring(path.lastIndexOf('/') + 1);
            files.add(file);
            int row = graph.findFile(path);
            List<Thing> things = new ArrayList<>();
            for (int symbol = graph.firstSymbol(row); symbol < graph.endSymbol(row); symbol++) {
                Thing thing = thing(graph, symbol, text.lines().toList());
                int parent = graph.parent(symbol);
                thing.parent = parent < 0 ? file : things.get(parent - graph.firstSymbol(row));
                thing.parent.children.add(thing);
                things.add(thing);
            }
        });
        return files;
    }

    private static Thing thing(CodeGraph graph, int symbol, List<String> lines) {
        Thing thing = new Thing();
        thing.key = graph.key(symbol);
        thing.path = thing.key.path();
        SymbolKind kind = graph.kind(symbol);
        thing.isType = kind.isType();
        thing.group = kind + " " + graph.name(symbol) + " " + thing.key.language();
        thing.id = thing.group + " " + graph.parameters(symbol);
        thing.implicit = Modifiers.has(graph.modifiers(symbol), Modifiers.IMPLICIT);
        StringBuilder text = new StringBuilder();
        for (int line = graph.startLine(symbol); !thing.implicit && line <= graph.endLine(symbol); line++) {
            if ((line <= graph.line(symbol) || innermost(graph, symbol, line) == symbol) && line <= lines.size()) {
                text.append(lines.get(line - 1).replaceAll("\\s", ""));
            }
        }
        thing.text = text.toString();
        for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
            String rest = lines.get(graph.callLine(call) - 1).substring(graph.callColumn(call) - 1);
            thing.calls.add(rest.substring(0, rest.indexOf('(')));
        }
        return thing;
    }

    /** The last declaration whose lines hold a line: children come after their parents. */
    private static int innermost(CodeGraph graph, int of, int line) {
        int file = graph.file(of);
        int innermost = -1;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            boolean holds = graph.startLine(symbol) <= line && line <= graph.endLine(symbol);
            if (holds && !Modifiers.has(graph.modifiers(symbol), Modifiers.IMPLICIT)) {
                innermost = symbol;
            }
        }
        return innermost;
    }
}
