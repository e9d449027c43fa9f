package dev.orrery.indexer.parse;

/** Prints trees, for tests to compare and people to read. */
final class FlatTrees {
    private FlatTrees() {}

    static String dump(FlatTree tree) {
        Grammar grammar = tree.grammar();
        StringBuilder out = new StringBuilder();
        int[] depth = new int[tree.size()];
        for (int node = 0; node < tree.size(); node++) {
            depth[node] = node == 0 ? 0 : depth[tree.parent(node)] + 1;
            String field = grammar.fieldName(tree.field(node));
            out.append("  ".repeat(Math.min(depth[node], 40)))
                    .append(field.isEmpty() ? "" : field + ": ")
                    .append(
                            tree.named(node)
                                    ? grammar.symbolName(tree.symbol(node))
                                    : '"' + grammar.symbolName(tree.symbol(node)) + '"')
                    .append(tree.missing(node) ? " missing" : "")
                    .append(" ")
                    .append(tree.start(node))
                    .append("..")
                    .append(tree.end(node))
                    .append("\n");
        }
        return out.toString();
    }
}
