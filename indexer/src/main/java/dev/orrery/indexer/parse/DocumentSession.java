package dev.orrery.indexer.parse;

import dev.orrery.api.OrreryException;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TokenSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tree of one document, brought to whichever version is asked about. One owner at a time. */
final class DocumentSession implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final String path;
    private final Grammar grammar;
    private final HighlightTable table;
    private @Nullable OpenDocument document;
    private String text = "";
    private boolean unreasonable;
    private boolean closed;

    DocumentSession(String path, SourceLanguage language) throws OrreryException {
        this.path = path;
        grammar = language.grammar();
        table = language.highlights();
    }

    String path() {
        return path;
    }

    boolean isClosed() {
        return closed;
    }

    List<TokenSpan> tokens(String wanted, int start, int end) {
        OpenDocument current = bringTo(wanted);
        return current != null && current.parsed()
                ? Painter.paint(table, current.nodes(start, end), text, start, end)
                : List.of();
    }

    int errors(String wanted) {
        OpenDocument current = bringTo(wanted);
        if (current == null || !current.parsed()) {
            return 1;
        }
        FlatTree broken = current.errors();
        int errors = 0;
        for (int node = 0; node < broken.size(); node++) {
            errors += broken.symbol(node) == FlatTree.ERROR || broken.missing(node) ? 1 : 0;
        }
        return errors;
    }

    List<SyntaxProblem> problems(String wanted) {
        OpenDocument current = bringTo(wanted);
        return current != null && current.parsed()
                ? SyntaxProblems.of(current.damage(SyntaxProblems.MOST_NODES), text)
                : List.of();
    }

    /** The document with that text, or null where parsing it would cost too much. */
    private @Nullable OpenDocument bringTo(String wanted) {
        OpenDocument current = document;
        if (current == null) {
            unreasonable = unreasonable && wanted.equals(text) || !OpenDocument.isReasonable(grammar, wanted);
            if (unreasonable) {
                text = wanted;
                return null;
            }
            current = OpenDocument.open(grammar, wanted);
            document = current;
        } else if (!wanted.equals(text)) {
            int prefix = commonPrefix(text, wanted);
            int suffix = commonSuffix(text, wanted, prefix);
            current.edit(prefix, text.length() - suffix, wanted.substring(prefix, wanted.length() - suffix));
        }
        text = wanted;
        return current;
    }

    private static int commonPrefix(String a, String b) {
        int limit = Math.min(a.length(), b.length());
        int same = 0;
        while (same + BLOCK <= limit && a.regionMatches(same, b, same, BLOCK)) {
            same += BLOCK;
        }
        while (same < limit && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        boolean split = same > 0 && Character.isHighSurrogate(a.charAt(same - 1));
        return split ? same - 1 : same;
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int limit = Math.min(a.length(), b.length()) - prefix;
        int same = 0;
        while (same + BLOCK <= limit
                && a.regionMatches(a.length() - same - BLOCK, b, b.length() - same - BLOCK, BLOCK)) {
            same += BLOCK;
        }
        while (same < limit && a.charAt(a.length() - 1 - same) == b.charAt(b.length() - 1 - same)) {
            same++;
        }
        boolean split = same > 0 && Character.isLowSurrogate(a.charAt(a.length() - same));
        return split ? same - 1 : same;
    }

    @Override
    public void close() {
        closed = true;
        if (document != null) {
            document.close();
            document = null;
        }
    }
}
