package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.app.session.GraphView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the tree of folders and files of a graph. Pure; safe from any thread. */
final class ProjectTree {
    private final GraphView view;
    private final TreeFilter filter;

    private ProjectTree(GraphView view, TreeFilter filter) {
        this.view = view;
        this.filter = filter;
    }

    static ProjectNode.Folder of(GraphView view, TreeFilter filter) {
        return new ProjectTree(view, filter).build();
    }

    private static final class Branch {
        final Map<String, Branch> folders = new TreeMap<>();
        final List<ProjectNode> files = new ArrayList<>();
    }

    private ProjectNode.Folder build() {
        CodeGraph graph = view.graph();
        Branch root = new Branch();
        for (int file = 0; file < graph.fileCount(); file++) {
            if (isShown(graph, file)) {
                String path = graph.path(file);
                int slash = path.lastIndexOf('/');
                Branch branch = slash < 0 ? root : branch(root, path.substring(0, slash));
                branch.files.add(
                        new ProjectNode.SourceFile(view, file, path.substring(slash + 1), methods(graph, file)));
            }
        }
        return folder("", "", root);
    }

    private boolean isShown(CodeGraph graph, int file) {
        if (graph.isTestFile(file) && !filter.shown().contains(TreeFilter.Shown.TESTS)) {
            return false;
        }
        return filter.text().isEmpty() || filter.matches(graph.path(file)) || declares(graph, file);
    }

    private boolean declares(CodeGraph graph, int file) {
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            if (filter.matches(graph.name(symbol))) {
                return true;
            }
        }
        return false;
    }

    private static Branch branch(Branch root, String folder) {
        Branch branch = root;
        for (String part : folder.split("/")) {
            branch = branch.folders.computeIfAbsent(part, key -> new Branch());
        }
        return branch;
    }

    private static int methods(CodeGraph graph, int file) {
        int methods = 0;
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            if (graph.kind(symbol).isCallable()) {
                methods++;
            }
        }
        return methods;
    }

    private ProjectNode.Folder folder(String id, String label, Branch branch) {
        List<ProjectNode> children = new ArrayList<>();
        branch.folders.forEach((name, inner) -> children.add(compressed(join(id, name), name, inner)));
        children.addAll(branch.files);
        int count = 0;
        int hue = children.isEmpty() ? GraphView.NO_HUE : children.getFirst().hue();
        for (ProjectNode child : children) {
            count += child.count();
            hue = child.hue() == hue ? hue : GraphView.NO_HUE;
        }
        return new ProjectNode.Folder(id, label, count, hue, List.copyOf(children));
    }

    private ProjectNode compressed(String id, String label, Branch branch) {
        Branch inner = branch;
        String path = id;
        StringBuilder shown = new StringBuilder(label);
        while (inner.files.isEmpty() && inner.folders.size() == 1) {
            Map.Entry<String, Branch> only = inner.folders.entrySet().iterator().next();
            path = join(path, only.getKey());
            shown.append('/').append(only.getKey());
            inner = only.getValue();
        }
        return folder(path, shown.toString(), inner);
    }

    private static String join(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
