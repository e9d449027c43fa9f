package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;

/**
 * A caret in a buffer, the snapshot's view of the file, and the window of lines around the caret. Lines are 1-based.
 *
 * @param graph the snapshot
 * @param file the document's file in it, or -1
 * @param path the document's path
 * @param lines the buffer's lines
 * @param line the caret's line
 * @param column characters before the caret in its line
 * @param map from the lines that the snapshot knows to the buffer's
 * @param first the window's first line
 * @param last the window's last line
 */
@SuppressWarnings("ArrayRecordComponent")
record Caret(
        CodeGraph graph,
        int file,
        String path,
        String[] lines,
        int line,
        int column,
        LineMap map,
        int first,
        int last) {
    /** The window begins on a multiple of so many lines, so that it stays the same for most keystrokes. */
    private static final int STEP = 16;

    /** Of the window's tokens so many fourths stand before the caret. */
    private static final int FOURTHS_BEFORE = 3;

    static Caret of(CodeGraph graph, ContextRequest request, SourceLines source, int windowTokens) {
        String path = request.document().path();
        String[] lines = SourceLines.split(request.document().text());
        int line = 1;
        int left = request.offset();
        int at = 0;
        String text = request.document().text();
        for (int next = text.indexOf('\n'); next >= 0 && next < left; next = text.indexOf('\n', next + 1)) {
            line++;
            at = next + 1;
        }
        int file = graph.findFile(path);
        LineMap map = new LineMap(file < 0 ? lines : source.of(path), lines);
        int first = line;
        int tokens = ContextPiece.tokens(lines[line - 1]) + 1;
        int before = windowTokens * FOURTHS_BEFORE / 4;
        while (first > 1 && tokens + ContextPiece.tokens(lines[first - 2]) + 1 <= before) {
            tokens += ContextPiece.tokens(lines[--first - 1]) + 1;
        }
        int aligned = (first + STEP - 2) / STEP * STEP + 1;
        first = first == 1 || aligned > line ? first : aligned;
        int last = line;
        int after = windowTokens / 4;
        int used = 0;
        while (last < lines.length && used + ContextPiece.tokens(lines[last]) + 1 <= after) {
            used += ContextPiece.tokens(lines[last++]) + 1;
        }
        return new Caret(graph, file, path, lines, line, left - at, map, first, last);
    }

    /** How far a line of the buffer is from the caret. */
    int distance(int bufferLine) {
        return Math.abs(bufferLine - line);
    }

    boolean inWindow(int bufferLine) {
        return bufferLine >= first && bufferLine <= last;
    }

    /** The innermost declaration around the caret, or -1. */
    int enclosing() {
        int innermost = -1;
        if (file >= 0) {
            int known = map.toKnown(line);
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                boolean around = graph.startLine(symbol) <= known && graph.endLine(symbol) >= known;
                if (around && !graph.kind(symbol).equals(dev.orrery.api.SymbolKind.INITIALIZER)) {
                    innermost = symbol;
                }
            }
        }
        return innermost;
    }

    /** The buffer's line on which a symbol of the document's own file is declared, or 0 where the buffer has it no more. */
    int bufferLine(int symbol) {
        return map.toBuffer(graph.line(symbol));
    }
}
