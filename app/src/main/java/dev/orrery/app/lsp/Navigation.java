package dev.orrery.app.lsp;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.edit.TextBuffer;
import dev.orrery.app.session.CodeQuestions;
import dev.orrery.app.session.Place;
import dev.orrery.indexer.CodeIndex;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Where things are declared and used, from the newest graph. Safe from any thread. */
final class Navigation {
    private static final int MOST = 5_000;
    private static final int SYMBOLS = 200;

    private final CodeIndex index;
    private final Places places;
    private final EditorTexts texts;

    Navigation(CodeIndex index, EditorTexts texts) {
        this.index = index;
        this.places = new Places(index.root());
        this.texts = texts;
    }

    Places places() {
        return places;
    }

    CodeGraph graph() {
        return index.snapshot();
    }

    /** The editor's text of a file, or the one on disk. */
    Optional<Document> document(String path) {
        Optional<Document> open = texts.document(path);
        if (open.isPresent()) {
            return open;
        }
        try {
            return Optional.of(new Document(path, 0, index.read(path)));
        } catch (OrreryException unreadable) {
            return Optional.empty();
        }
    }

    /** The symbol that is declared, called or named at a place, or -1. */
    int symbolAt(String path, Position position) {
        Optional<Document> document = document(path);
        if (document.isEmpty()) {
            return -1;
        }
        TextBuffer buffer = new TextBuffer(document.get().text());
        int offset = EditorTexts.offset(buffer, position);
        int line = buffer.lineAt(offset);
        int column = offset - buffer.start(line);
        String word = buffer.wordAt(line, column);
        return CodeQuestions.definition(graph(), new Place(path, line + 1, column + 1), word);
    }

    List<Location> definition(String path, Position position) {
        int symbol = symbolAt(path, position);
        return symbol < 0 ? List.of() : List.of(places.location(graph(), symbol));
    }

    List<Location> references(String path, Position position, boolean declaration, Cancellation cancellation)
            throws OrreryException {
        CodeGraph graph = graph();
        int symbol = symbolAt(path, position);
        if (symbol < 0) {
            return List.of();
        }
        Set<Location> found = new LinkedHashSet<>();
        Location own = places.location(graph, symbol);
        if (declaration) {
            found.add(own);
        }
        int length = graph.name(symbol).length();
        CodeQuestions.usages(graph, symbol, index.text(), cancellation).stream()
                .limit(MOST)
                .map(usage -> places.location(usage.place(), length))
                .filter(place -> declaration || !place.equals(own))
                .forEach(found::add);
        return List.copyOf(found);
    }

    /** What overrides a method, or extends a type. */
    List<Location> implementations(String path, Position position) {
        CodeGraph graph = graph();
        int symbol = symbolAt(path, position);
        List<Location> found = new ArrayList<>();
        if (symbol >= 0) {
            for (int overrider : graph.overriders(symbol)) {
                found.add(places.location(graph, overrider));
            }
            subtypes(graph, symbol).forEach(type -> found.add(places.location(graph, type)));
        }
        return found;
    }

    static List<Integer> subtypes(CodeGraph graph, int type) {
        List<Integer> found = new ArrayList<>();
        if (graph.kind(type).isType()) {
            for (int other = 0; other < graph.symbolCount() && found.size() < MOST; other++) {
                for (int at = 0; graph.kind(other).isType() && at < graph.superCount(other); at++) {
                    if (graph.supertype(other, at) == type) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    Optional<Hover> hover(String path, Position position) {
        CodeGraph graph = graph();
        int symbol = symbolAt(path, position);
        if (symbol < 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder("```")
                .append(graph.language(graph.file(symbol)).id())
                .append('\n')
                .append(graph.qualifiedName(symbol));
        text.append("\n```\n")
                .append(graph.path(graph.file(symbol)))
                .append(':')
                .append(graph.line(symbol));
        return Optional.of(new Hover(new MarkupContent(MarkupKind.MARKDOWN, text.toString())));
    }

    List<WorkspaceSymbol> symbols(String query, Cancellation cancellation) {
        CodeGraph graph = graph();
        List<WorkspaceSymbol> found = new ArrayList<>();
        for (SymbolHit hit : index.symbols().find(query, SYMBOLS, cancellation)) {
            int symbol = graph.find(hit.key());
            if (symbol >= 0 && graph.kind(symbol) != SymbolKind.INITIALIZER) {
                WorkspaceSymbol answer = new WorkspaceSymbol(
                        graph.name(symbol),
                        Places.kind(graph.kind(symbol)),
                        Either.forLeft(places.location(graph, symbol)));
                answer.setContainerName(container(graph, symbol));
                found.add(answer);
            }
        }
        return found;
    }

    private static String container(CodeGraph graph, int symbol) {
        String qualified = graph.qualifiedName(symbol);
        int dot = qualified.lastIndexOf('.');
        return dot < 0 ? graph.path(graph.file(symbol)) : qualified.substring(0, dot);
    }
}
