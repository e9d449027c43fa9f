package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import java.util.Optional;

/** Shows some lines of a declaration as they are, within a number of tokens; nothing of what the window shows. */
final class Snippets {
    private static final int BEFORE = 3;
    private static final int MOST_LINES = 14;

    private final Caret caret;
    private final SourceLines source;
    private final CodeGraph graph;

    Snippets(Caret caret, SourceLines source) {
        this.caret = caret;
        this.source = source;
        this.graph = caret.graph();
    }

    /**
     * Lines around one of a declaration's lines.
     *
     * @param around a line as the snapshot knows it
     */
    Optional<Skeletons.Skeleton> of(int symbol, int around, int tokens) {
        int file = graph.file(symbol);
        boolean own = file == caret.file();
        String[] lines = own ? caret.lines() : source.of(graph.path(file));
        int name = own ? caret.bufferLine(symbol) : graph.line(symbol);
        int centre = own ? caret.map().toBuffer(around) : around;
        int end = own ? caret.map().toBuffer(graph.endLine(symbol)) : graph.endLine(symbol);
        if (!Skeletons.isDeclaredAt(graph, symbol, lines, name)
                || centre < name
                || end < centre
                || end > lines.length) {
            return Optional.empty();
        }
        int start = Math.max(name, centre - BEFORE);
        StringBuilder text = new StringBuilder();
        int last = start - 1;
        int left = tokens;
        for (int line = start; line <= end && line < start + MOST_LINES; line++) {
            int cost = ContextPiece.tokens(lines[line - 1]) + 1;
            if (cost > left || own && caret.inWindow(line)) {
                break;
            }
            left -= cost;
            text.append(text.isEmpty() ? "" : "\n").append(lines[line - 1]);
            last = line;
        }
        return last < centre
                ? Optional.empty()
                : Optional.of(new Skeletons.Skeleton(graph.path(file), start, last, text.toString()));
    }
}
