package dev.orrery.app.cli.completion;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TokenSpan;
import dev.orrery.models.ngram.Gap;
import dev.orrery.models.ngram.Lexer;
import dev.orrery.models.ngram.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A text whose code is asked for: its tokens, which of them are names, and the lines that are worth asking for. What the grammar knows as a
 * keyword or a comment is no name; where there is no grammar every word is one.
 */
public final class TestedFile {
    private static final Set<String> IMPORTS =
            Set.of("import", "package", "from", "use", "using", "include", "require");
    private static final int NAMES = 2;

    private final Document document;
    private final Tokens tokens;
    private final BitSet names = new BitSet();
    private final List<Line> lines = new ArrayList<>();

    /**
     * A line with at least two names that is no import and no comment.
     *
     * @param start where its first token begins
     * @param end where its last token ends
     * @param first the number of its first token
     * @param last one past its last token
     */
    public record Line(int start, int end, int first, int last) {}

    private TestedFile(Document document, SyntaxProbe syntax) {
        this.document = document;
        this.tokens = Lexer.lex(document.path(), document.text());
        BitSet comments = new BitSet();
        BitSet keywords = new BitSet();
        for (TokenSpan span : syntax.tokens(document, 0, document.text().length())) {
            switch (span.kind()) {
                case COMMENT, DOC_COMMENT -> comments.set(span.start(), span.end());
                case KEYWORD -> keywords.set(span.start(), span.end());
                default -> {}
            }
        }
        for (int token = 0; token < tokens.size(); token++) {
            int start = tokens.start(token);
            if (isWord(document.text().charAt(start)) && !keywords.get(start) && !comments.get(start)) {
                names.set(token);
            }
        }
        findLines(comments);
    }

    static TestedFile of(Document document, SyntaxProbe syntax) {
        return new TestedFile(document, syntax);
    }

    private void findLines(BitSet comments) {
        int first = 0;
        while (first < tokens.size()) {
            int last = first + 1;
            while (last < tokens.size() && tokens.gap(last) != Gap.LINE) {
                last++;
            }
            int start = tokens.start(first);
            int end = tokens.end(last - 1);
            boolean isCode = !comments.get(start)
                    && document.text().substring(start, end).indexOf('\n') < 0;
            if (isCode && names.get(first, last).cardinality() >= NAMES && !isImport(first, last)) {
                lines.add(new Line(start, end, first, last));
            }
            first = last;
        }
    }

    /** The word may follow a sign, as in {@code #include}. */
    private boolean isImport(int first, int last) {
        return IMPORTS.contains(tokens.token(first)) || first + 1 < last && IMPORTS.contains(tokens.token(first + 1));
    }

    private static boolean isWord(char c) {
        return Character.isUnicodeIdentifierStart(c) || c == '_' || c == '$';
    }

    public Document document() {
        return document;
    }

    int tokenCount() {
        return tokens.size();
    }

    /** The lines that are worth asking for, in their order. */
    List<Line> lines() {
        return lines;
    }

    /**
     * Asks for a token.
     *
     * @param behind what the buffer has behind the caret
     */
    Question token(int number, String behind) {
        String before = document.text().substring(0, tokens.start(number));
        // A word before the caret is whole.
        boolean touches = number > 0 && tokens.gap(number) == Gap.NONE && isWordEnd(before);
        String buffer = touches ? before + " " : before;
        return new Question(
                new Document(document.path(), document.version(), buffer + behind),
                buffer.length(),
                tokens.token(number),
                names.get(number) ? Question.Kind.IDENTIFIER : Question.Kind.OTHER_TOKEN);
    }

    private static boolean isWordEnd(String text) {
        return !text.isEmpty() && Character.isUnicodeIdentifierPart(text.charAt(text.length() - 1));
    }

    /** Asks for a line from its first token on. */
    Question line(Line line, String behind) {
        String before = document.text().substring(0, line.start());
        return new Question(
                new Document(document.path(), document.version(), before + behind),
                line.start(),
                document.text().substring(line.start(), line.end()),
                Question.Kind.LINE);
    }
}
