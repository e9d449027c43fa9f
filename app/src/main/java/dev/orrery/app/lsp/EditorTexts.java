package dev.orrery.app.lsp;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import dev.orrery.app.edit.TextBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/** The texts that the editor has open, edit by edit the same as the editor's own. Safe from any thread. */
final class EditorTexts {
    /** Longer texts are refused: an editor that sends more has opened something that is no source code. */
    static final int LONGEST = 64 << 20;

    private final Map<String, Open> open = new HashMap<>();

    private static final class Open {
        private final TextBuffer buffer;
        private int version;

        Open(String text, int version) {
            this.buffer = new TextBuffer(text);
            this.version = version;
        }
    }

    synchronized void open(String path, String text, int version) {
        open.put(path, new Open(text, version));
    }

    synchronized void close(String path) {
        open.remove(path);
    }

    synchronized boolean isOpen(String path) {
        return open.containsKey(path);
    }

    synchronized List<String> paths() {
        return List.copyOf(open.keySet());
    }

    /**
     * Does changes in their order, each on the text that the one before left.
     *
     * @return the text afterwards; empty where the document is not open, or the changes are older than what is known
     */
    synchronized Optional<Document> change(String path, int version, List<TextDocumentContentChangeEvent> changes) {
        Open text = open.get(path);
        if (text == null || version < text.version) {
            return Optional.empty();
        }
        for (TextDocumentContentChangeEvent change : changes) {
            Range range = change.getRange();
            if (range == null) {
                text.buffer.replace(new TextEdit(0, text.buffer.length(), change.getText()));
            } else {
                int start = offset(text.buffer, range.getStart());
                int end = Math.max(start, offset(text.buffer, range.getEnd()));
                text.buffer.replace(new TextEdit(start, end, change.getText()));
            }
        }
        text.version = version;
        return Optional.of(new Document(path, text.buffer.version(), text.buffer.text()));
    }

    /** The text as it is now. */
    synchronized Optional<Document> document(String path) {
        return Optional.ofNullable(open.get(path))
                .map(text -> new Document(path, text.buffer.version(), text.buffer.text()));
    }

    /** A place of the protocol in a text; one that is out of range is taken for the nearest that is not, as the protocol wants it. */
    static int offset(TextBuffer buffer, Position position) {
        int line = position.getLine();
        if (line < 0) {
            return 0;
        }
        if (line >= buffer.count()) {
            return buffer.length();
        }
        long offset = (long) buffer.start(line) + Math.max(0, position.getCharacter());
        return (int) Math.min(offset, buffer.end(line));
    }

    /** The place of an offset. */
    static Position position(TextBuffer buffer, int offset) {
        int line = buffer.lineAt(Math.clamp(offset, 0, buffer.length()));
        return new Position(line, Math.clamp(offset, 0, buffer.length()) - buffer.start(line));
    }
}
