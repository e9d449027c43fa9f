package dev.orrery.app.lsp;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TypeHierarchyItem;

/** Who calls whom and who extends whom, from the newest graph. An item is found again by its name's place. Safe from any thread. */
final class Hierarchies {
    private final Navigation navigation;

    Hierarchies(Navigation navigation) {
        this.navigation = navigation;
    }

    List<CallHierarchyItem> prepareCalls(String path, Position position) {
        CodeGraph graph = navigation.graph();
        int symbol = navigation.symbolAt(path, position);
        return symbol < 0 || !graph.kind(symbol).isCallable() ? List.of() : List.of(callItem(graph, symbol));
    }

    private CallHierarchyItem callItem(CodeGraph graph, int symbol) {
        CallHierarchyItem item = new CallHierarchyItem();
        item.setName(graph.name(symbol));
        item.setDetail(graph.qualifiedName(symbol));
        item.setKind(Places.kind(graph.kind(symbol)));
        item.setUri(navigation.places().uri(graph.path(graph.file(symbol))));
        item.setRange(Places.wholeRange(graph, symbol));
        item.setSelectionRange(Places.nameRange(graph, symbol));
        return item;
    }

    private int symbol(String uri, Range name) {
        return navigation
                .places()
                .path(uri)
                .map(path -> navigation.symbolAt(path, name.getStart()))
                .orElse(-1);
    }

    List<CallHierarchyIncomingCall> incoming(CallHierarchyItem item) {
        CodeGraph graph = navigation.graph();
        int symbol = symbol(item.getUri(), item.getSelectionRange());
        Map<Integer, List<Range>> callers = new LinkedHashMap<>();
        for (int at = 0; symbol >= 0 && at < graph.incomingCount(symbol); at++) {
            int call = graph.incoming(symbol, at);
            callers.computeIfAbsent(graph.caller(call), caller -> new ArrayList<>())
                    .add(range(graph, call, graph.name(symbol).length()));
        }
        List<CallHierarchyIncomingCall> calls = new ArrayList<>();
        callers.forEach((caller, ranges) -> calls.add(new CallHierarchyIncomingCall(callItem(graph, caller), ranges)));
        return calls;
    }

    List<CallHierarchyOutgoingCall> outgoing(CallHierarchyItem item) {
        CodeGraph graph = navigation.graph();
        int symbol = symbol(item.getUri(), item.getSelectionRange());
        Map<Integer, List<Range>> callees = new LinkedHashMap<>();
        for (int call = symbol < 0 ? 0 : graph.firstCall(symbol); symbol >= 0 && call < graph.endCall(symbol); call++) {
            if (graph.resolution(call) != Resolution.EXTERNAL && graph.callee(call) >= 0) {
                callees.computeIfAbsent(graph.callee(call), callee -> new ArrayList<>())
                        .add(range(graph, call, graph.name(graph.callee(call)).length()));
            }
        }
        List<CallHierarchyOutgoingCall> calls = new ArrayList<>();
        callees.forEach((callee, ranges) -> calls.add(new CallHierarchyOutgoingCall(callItem(graph, callee), ranges)));
        return calls;
    }

    private static Range range(CodeGraph graph, int call, int length) {
        Position start = new Position(graph.callLine(call) - 1, graph.callColumn(call) - 1);
        return new Range(start, new Position(start.getLine(), start.getCharacter() + length));
    }

    List<TypeHierarchyItem> prepareTypes(String path, Position position) {
        CodeGraph graph = navigation.graph();
        int symbol = navigation.symbolAt(path, position);
        return symbol < 0 || !graph.kind(symbol).isType() ? List.of() : List.of(typeItem(graph, symbol));
    }

    private TypeHierarchyItem typeItem(CodeGraph graph, int symbol) {
        return new TypeHierarchyItem(
                graph.name(symbol),
                Places.kind(graph.kind(symbol)),
                navigation.places().uri(graph.path(graph.file(symbol))),
                Places.wholeRange(graph, symbol),
                Places.nameRange(graph, symbol),
                graph.qualifiedName(symbol));
    }

    List<TypeHierarchyItem> supertypes(TypeHierarchyItem item) {
        CodeGraph graph = navigation.graph();
        int symbol = symbol(item.getUri(), item.getSelectionRange());
        List<TypeHierarchyItem> found = new ArrayList<>();
        for (int at = 0; symbol >= 0 && at < graph.superCount(symbol); at++) {
            found.add(typeItem(graph, graph.supertype(symbol, at)));
        }
        return found;
    }

    List<TypeHierarchyItem> subtypes(TypeHierarchyItem item) {
        CodeGraph graph = navigation.graph();
        int symbol = symbol(item.getUri(), item.getSelectionRange());
        return symbol < 0
                ? List.of()
                : Navigation.subtypes(graph, symbol).stream()
                        .map(type -> typeItem(graph, type))
                        .toList();
    }
}
