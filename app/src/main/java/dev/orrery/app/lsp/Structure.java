package dev.orrery.app.lsp;

import dev.orrery.api.Document;
import dev.orrery.api.OutlineItem;
import dev.orrery.api.TokenSpan;
import dev.orrery.app.edit.TextBuffer;
import dev.orrery.indexer.CodeIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokens;

/** What one text consists of, as the protocol wants it. Safe from any thread. */
final class Structure {
    /** The types of semantic tokens, in the order of {@link TokenSpan.Kind}; the protocol's own names where it has one. */
    static final List<String> TOKEN_TYPES = Arrays.stream(TokenSpan.Kind.values())
            .map(kind -> switch (kind) {
                case CONSTANT -> "enumMember";
                case ESCAPE -> "regexp";
                case DOC_COMMENT -> "comment";
                case ANNOTATION -> "decorator";
                case PUNCTUATION, ERROR -> "operator";
                default -> kind.name().toLowerCase(Locale.ROOT);
            })
            .toList();

    private static final int CELLS = 5;

    private final CodeIndex index;

    Structure(CodeIndex index) {
        this.index = index;
    }

    List<DocumentSymbol> symbols(Document document) {
        TextBuffer buffer = new TextBuffer(document.text());
        List<DocumentSymbol> top = new ArrayList<>();
        Deque<DocumentSymbol> around = new ArrayDeque<>();
        for (OutlineItem item : index.outline().outline(document)) {
            while (around.size() > item.depth()) {
                around.pop();
            }
            DocumentSymbol symbol = symbol(buffer, item);
            if (around.isEmpty()) {
                top.add(symbol);
            } else {
                around.peek().getChildren().add(symbol);
            }
            around.push(symbol);
        }
        return top;
    }

    private static DocumentSymbol symbol(TextBuffer buffer, OutlineItem item) {
        Position start = new Position(item.line() - 1, item.column() - 1);
        Range name = new Range(
                start,
                new Position(start.getLine(), start.getCharacter() + item.name().length()));
        int last = Math.clamp(item.endLine() - 1L, item.line() - 1, Math.max(item.line() - 1, buffer.count() - 1));
        int end = last < buffer.count() ? buffer.end(last) - buffer.start(last) : 0;
        Range whole = new Range(
                new Position(start.getLine(), 0),
                new Position(
                        last,
                        last == start.getLine() ? Math.max(end, name.getEnd().getCharacter()) : end));
        DocumentSymbol symbol = new DocumentSymbol(
                item.name().isEmpty() ? "?" : item.name(), Places.kind(item.kind()), whole, name, item.detail());
        symbol.setChildren(new ArrayList<>());
        return symbol;
    }

    List<FoldingRange> folds(Document document) {
        List<FoldingRange> folds = new ArrayList<>();
        for (OutlineItem item : index.outline().outline(document)) {
            if (item.endLine() > item.line()) {
                folds.add(new FoldingRange(item.line() - 1, item.endLine() - 1));
            }
        }
        return folds;
    }

    /** Tokens between two offsets; those of several lines are cut, as not every editor takes them whole. */
    SemanticTokens tokens(Document document, int start, int end) {
        TextBuffer buffer = new TextBuffer(document.text());
        List<Integer> data = new ArrayList<>();
        int line = 0;
        int column = 0;
        for (TokenSpan span : index.syntax().tokens(document, start, end)) {
            int last = buffer.lineAt(Math.max(span.start(), span.end() - 1));
            for (int at = buffer.lineAt(span.start()); at <= last; at++) {
                int from = Math.max(span.start(), buffer.start(at));
                int to = Math.min(span.end(), buffer.end(at));
                if (to > from) {
                    int its = from - buffer.start(at);
                    data.addAll(List.of(
                            at - line,
                            at == line ? its - column : its,
                            to - from,
                            span.kind().ordinal(),
                            0));
                    line = at;
                    column = its;
                }
            }
        }
        return new SemanticTokens(data.subList(0, data.size() / CELLS * CELLS));
    }

    List<Diagnostic> problems(
            Document document, java.util.function.Function<dev.orrery.api.UserMessage, String> words) {
        TextBuffer buffer = new TextBuffer(document.text());
        return index.syntax().problems(document).stream()
                .map(problem -> new Diagnostic(
                        new Range(
                                EditorTexts.position(buffer, problem.start()),
                                EditorTexts.position(buffer, problem.end())),
                        words.apply(problem.why()),
                        DiagnosticSeverity.Error,
                        "orrery"))
                .toList();
    }
}
