package dev.orrery.indexer.parse;

import io.github.treesitter.jtreesitter.InputEncoding;
import io.github.treesitter.jtreesitter.Node;
import io.github.treesitter.jtreesitter.Parser;
import io.github.treesitter.jtreesitter.Tree;
import io.github.treesitter.jtreesitter.TreeCursor;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Flattens with a cursor, node by node, where the core has no shim. Some five times slower, and it knows time as a limit but
 * not steps.
 */
final class CursorFlattener implements Flattener {
    private static final int NODES_PER_ARENA = 4096;

    private final Parser parser = new Parser();

    @Override
    public int[] flatten(Grammar grammar, byte[] utf8, ParseLimits limits) throws ParseStopped {
        parser.setLanguage(grammar.language());
        parser.setTimeoutMicros(limits.micros());
        String text = new String(utf8, StandardCharsets.UTF_8);
        try (Tree tree = parser.parse(text, InputEncoding.UTF_8).orElse(null)) {
            if (tree == null) {
                parser.reset();
                throw new ParseStopped(ParseStopped.Reason.TIMED_OUT);
            }
            return cells(tree, limits.nodes());
        }
    }

    /** The cells of a tree that somebody else parsed. */
    static int[] cells(Tree tree, int limit) throws ParseStopped {
        int[] cells = new int[FlatTree.CELLS << 10];
        int count = 0;
        int parent = -1;
        Arena arena = Arena.ofConfined();
        try (TreeCursor cursor = tree.walk()) {
            boolean more = true;
            while (more) {
                if (count == limit) {
                    throw new ParseStopped(ParseStopped.Reason.TOO_COMPLEX);
                }
                int at = count++ * FlatTree.CELLS;
                if (at == cells.length) {
                    cells = Arrays.copyOf(cells, at * 2);
                }
                if (count % NODES_PER_ARENA == 0) {
                    arena.close();
                    arena = Arena.ofConfined();
                }
                write(cursor.getCurrentNode(arena), cells, at);
                cells[at + 3] = parent;
                cells[at + 4] = Short.toUnsignedInt(cursor.getCurrentFieldId());
                cells[at + 5] = count;
                if (cursor.gotoFirstChild()) {
                    parent = count - 1;
                    continue;
                }
                more = cursor.gotoNextSibling();
                while (!more && cursor.gotoParent()) {
                    cells[parent * FlatTree.CELLS + 5] = count;
                    parent = cells[parent * FlatTree.CELLS + 3];
                    more = cursor.gotoNextSibling();
                }
            }
        } finally {
            arena.close();
        }
        return Arrays.copyOf(cells, count * FlatTree.CELLS);
    }

    private static void write(Node node, int[] cells, int at) {
        cells[at] = Short.toUnsignedInt(node.getSymbol())
                | (node.isNamed() ? FlatTree.NAMED : 0)
                | (node.hasError() ? FlatTree.BROKEN : 0)
                | (node.isMissing() ? FlatTree.MISSING : 0);
        cells[at + 1] = node.getStartByte();
        cells[at + 2] = node.getEndByte();
    }

    @Override
    public void close() {
        parser.close();
    }
}
