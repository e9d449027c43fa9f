package dev.orrery.indexer.parse;

import dev.orrery.api.Document;
import dev.orrery.api.FileOutline;
import dev.orrery.api.OrreryException;
import dev.orrery.api.OutlineItem;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.TokenSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Colours, problems and outlines of documents. Remembers the trees of those last asked about, so that the next version of a document
 * costs as much as its change. Safe from any thread; questions about one document wait for each other.
 */
public final class DocumentSyntax implements SyntaxProbe, FileOutline, AutoCloseable {
    private static final int REMEMBERED = 8;

    private final Languages languages = Languages.standard();
    private final Parsing parsing = new Parsing();
    private final Deque<DocumentSession> sessions = new ArrayDeque<>();
    private boolean closed;

    @Override
    public boolean knows(String path) {
        return languages.forPath(path).isPresent();
    }

    @Override
    public List<TokenSpan> tokens(Document document, int start, int end) {
        int length = document.text().length();
        int from = Math.clamp(start, 0, length);
        int to = Math.clamp(end, from, length);
        return ask(document, List.of(), session -> session.tokens(document.text(), from, to));
    }

    @Override
    public int errors(Document document) {
        return ask(document, 0, session -> session.errors(document.text()));
    }

    @Override
    public List<SyntaxProblem> problems(Document document) {
        return ask(document, List.of(), session -> session.problems(document.text()));
    }

    @Override
    public List<OutlineItem> outline(Document document) {
        byte[] utf8 = document.text().getBytes(StandardCharsets.UTF_8);
        return switch (parsing.parse(document.path(), utf8)) {
            case ParseOutcome.Parsed(FileFacts facts) -> Outline.of(facts, utf8);
            case ParseOutcome.NotParsed _ -> List.of();
        };
    }

    private <T> T ask(Document document, T otherwise, Function<DocumentSession, T> question) {
        if (document.text().length() > FlatParser.MAX_BYTES) {
            return otherwise;
        }
        DocumentSession session = session(document);
        if (session == null) {
            return otherwise;
        }
        synchronized (session) {
            return session.isClosed() ? otherwise : question.apply(session);
        }
    }

    private synchronized @Nullable DocumentSession session(Document document) {
        if (closed) {
            return null;
        }
        Optional<DocumentSession> known = sessions.stream()
                .filter(session -> session.path().equals(document.path()))
                .findFirst();
        if (known.isPresent()) {
            sessions.remove(known.get());
            sessions.addFirst(known.get());
            return known.get();
        }
        Optional<SourceLanguage> language =
                languages.of(document.path(), document.text().getBytes(StandardCharsets.UTF_8));
        if (language.isEmpty()) {
            return null;
        }
        try {
            DocumentSession opened = new DocumentSession(document.path(), language.get());
            sessions.addFirst(opened);
            if (sessions.size() > REMEMBERED) {
                end(sessions.removeLast());
            }
            return opened;
        } catch (OrreryException noGrammar) {
            return null;
        }
    }

    private static void end(DocumentSession session) {
        synchronized (session) {
            session.close();
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        sessions.forEach(DocumentSyntax::end);
        sessions.clear();
        parsing.close();
    }
}
