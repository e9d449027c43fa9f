package dev.orrery.indexer.parse;

import dev.orrery.api.TokenSpan;
import java.util.ArrayList;
import java.util.List;

/** Colours a stretch of a text by its tree: each node paints over what the nodes around it painted. */
final class Painter {
    private static final TokenSpan.Kind[] KINDS = TokenSpan.Kind.values();

    private final HighlightTable table;
    private final FlatTree tree;
    private final String text;
    private final int start;
    private final byte[] paint;
    private final boolean[] coloured;

    private Painter(HighlightTable table, FlatTree tree, String text, int start, int end) {
        this.table = table;
        this.tree = tree;
        this.text = text;
        this.start = start;
        paint = new byte[end - start];
        coloured = new boolean[tree.size()];
    }

    /** Spans between two offsets; the tree's offsets are UTF-16 units and it has all nodes in between. */
    static List<TokenSpan> paint(HighlightTable table, FlatTree tree, String text, int start, int end) {
        Painter painter = new Painter(table, tree, text, start, end);
        for (int node = 0; node < tree.size(); node++) {
            painter.node(node);
        }
        return painter.spans();
    }

    private void node(int node) {
        HighlightRule rule = table.rule(tree, node, text(node));
        int parent = tree.parent(node);
        boolean inherits = parent >= 0 && coloured[parent];
        if (rule != null) {
            TokenSpan.Kind kind = rule.kind();
            coloured[node] = kind != null;
            fill(node, kind == null ? 0 : kind.ordinal() + 1);
        } else if (inherits) {
            coloured[node] = true;
        } else if (!tree.named(node) && tree.after(node) == node + 1) {
            TokenSpan.Kind plain = table.plain(tree.symbol(node));
            fill(node, plain == null ? 0 : plain.ordinal() + 1);
        }
    }

    private CharSequence text(int node) {
        int from = Math.min(tree.start(node), text.length());
        return new Slice(text, from, Math.min(tree.end(node), text.length()));
    }

    private void fill(int node, int value) {
        int from = Math.max(tree.start(node) - start, 0);
        int to = Math.min(tree.end(node) - start, paint.length);
        if (to > from && text.charAt(start + to - 1) == '\r') { // grammars count it among a line comment's text
            to--;
        }
        for (int i = from; i < to; i++) {
            paint[i] = (byte) value;
        }
    }

    private List<TokenSpan> spans() {
        List<TokenSpan> spans = new ArrayList<>();
        int at = 0;
        while (at < paint.length) {
            int from = at;
            while (at < paint.length && paint[at] == paint[from]) {
                at++;
            }
            if (paint[from] != 0) {
                spans.add(new TokenSpan(start + from, start + at, KINDS[paint[from] - 1]));
            }
        }
        return spans;
    }

    /** A part of a text, without a copy. */
    private record Slice(String text, int from, int to) implements CharSequence {
        @Override
        public int length() {
            return to - from;
        }

        @Override
        public char charAt(int index) {
            return text.charAt(from + index);
        }

        @Override
        public CharSequence subSequence(int first, int end) {
            return new Slice(text, from + first, from + end);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }
    }
}
