package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.SymbolText;
import java.util.ArrayList;
import java.util.List;

/** A row of the project tree. Equal ids mean the same place in two versions of the tree. */
public sealed interface ProjectNode {
    /** The path of a folder or file, the path and position-free name of a declaration. */
    String id();

    String label();

    /** Methods inside, or callers of a method. */
    int count();

    /** The hue of its region; negative where it spans several. */
    int hue();

    /** What lies below; computed when asked for. */
    List<ProjectNode> children();

    boolean isLeaf();

    /** A folder, or several that lie alone in one another, as {@code core/src/java}. */
    record Folder(String id, String label, int count, int hue, List<ProjectNode> children) implements ProjectNode {
        @Override
        public boolean isLeaf() {
            return children.isEmpty();
        }
    }

    /** A parsed file. */
    record SourceFile(GraphView view, int file, String label, int count) implements ProjectNode {
        @Override
        public String id() {
            return view.graph().path(file);
        }

        @Override
        public int hue() {
            return view.hue(file);
        }

        @Override
        public List<ProjectNode> children() {
            List<ProjectNode> tops = members(view, file, -1);
            return tops.size() == 1
                            && tops.getFirst() instanceof Declaration only
                            && label.startsWith(only.label() + ".")
                    ? only.children()
                    : tops;
        }

        /** The one type that the file is named after, or else its first declaration; -1 in an empty file. */
        public int symbol() {
            CodeGraph graph = view.graph();
            int first = -1;
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                if (graph.parent(symbol) < 0 && label.startsWith(graph.name(symbol) + ".")) {
                    return symbol;
                }
                first = first < 0 ? symbol : first;
            }
            return first;
        }

        @Override
        public boolean isLeaf() {
            return view.graph().firstSymbol(file) == view.graph().endSymbol(file);
        }
    }

    /** A declaration in a file. */
    record Declaration(GraphView view, int symbol) implements ProjectNode {
        @Override
        public String id() {
            CodeGraph graph = view.graph();
            return graph.path(graph.file(symbol)) + "#" + graph.path(symbol, ".") + "(" + graph.parameters(symbol) + ")"
                    + graph.kind(symbol);
        }

        @Override
        public String label() {
            return view.graph().name(symbol) + SymbolText.distinction(view.graph(), symbol);
        }

        @Override
        public int count() {
            CodeGraph graph = view.graph();
            return graph.kind(symbol).isCallable() ? graph.incomingCount(symbol) : methods(graph);
        }

        private int methods(CodeGraph graph) {
            int methods = 0;
            for (int member = symbol + 1; member < graph.endSymbol(graph.file(symbol)); member++) {
                if (graph.parent(member) == symbol && graph.kind(member).isCallable()) {
                    methods++;
                }
            }
            return methods;
        }

        /** Bundle key of the kind's name. */
        public String kindKey() {
            return SymbolText.kindKey(view.graph().kind(symbol));
        }

        @Override
        public int hue() {
            return view.hue(view.graph().file(symbol));
        }

        @Override
        public List<ProjectNode> children() {
            return members(view, view.graph().file(symbol), symbol);
        }

        @Override
        public boolean isLeaf() {
            CodeGraph graph = view.graph();
            int next = symbol + 1;
            return next >= graph.endSymbol(graph.file(symbol)) || graph.parent(next) != symbol;
        }
    }

    private static List<ProjectNode> members(GraphView view, int file, int parent) {
        CodeGraph graph = view.graph();
        List<ProjectNode> members = new ArrayList<>();
        for (int symbol = Math.max(graph.firstSymbol(file), parent + 1); symbol < graph.endSymbol(file); symbol++) {
            if (graph.parent(symbol) == parent) {
                members.add(new Declaration(view, symbol));
            }
        }
        return members;
    }
}
