package dev.orrery.app.lsp;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.session.Place;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/**
 * Names of files and kinds of symbols as the protocol has them (pure).
 *
 * @param root of the repository, canonical
 */
record Places(Path root) {
    /** The path relative to the root as the graph writes it; empty for what is not below it. */
    Optional<String> path(String uri) {
        try {
            Path path = Path.of(URI.create(uri)).normalize();
            if (!path.startsWith(root)) {
                Path real = path.toFile().exists() ? path.toRealPath() : path;
                path = real;
            }
            return path.startsWith(root) && !path.equals(root)
                    ? Optional.of(root.relativize(path).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (IllegalArgumentException
                | FileSystemNotFoundException
                | SecurityException
                | java.io.IOException notAFile) {
            return Optional.empty();
        }
    }

    String uri(String path) {
        return root.resolve(path).toUri().toString();
    }

    /** Where a symbol's name stands. */
    Location location(CodeGraph graph, int symbol) {
        return new Location(uri(graph.path(graph.file(symbol))), nameRange(graph, symbol));
    }

    static Range nameRange(CodeGraph graph, int symbol) {
        Position start = new Position(graph.line(symbol) - 1, graph.column(symbol) - 1);
        return new Range(
                start,
                new Position(
                        start.getLine(),
                        start.getCharacter() + graph.name(symbol).length()));
    }

    /** All lines of a symbol. */
    static Range wholeRange(CodeGraph graph, int symbol) {
        return new Range(
                new Position(Math.min(graph.startLine(symbol), graph.line(symbol)) - 1, 0),
                new Position(Math.max(graph.endLine(symbol), graph.line(symbol)), 0));
    }

    Location location(Place place, int length) {
        Position start = new Position(place.line() - 1, place.column() - 1);
        return new Location(
                uri(place.path()), new Range(start, new Position(start.getLine(), start.getCharacter() + length)));
    }

    static org.eclipse.lsp4j.SymbolKind kind(SymbolKind kind) {
        return switch (kind) {
            case CLASS, RECORD, OBJECT, TYPE_ALIAS -> org.eclipse.lsp4j.SymbolKind.Class;
            case INTERFACE, TRAIT, ANNOTATION -> org.eclipse.lsp4j.SymbolKind.Interface;
            case ENUM -> org.eclipse.lsp4j.SymbolKind.Enum;
            case STRUCT -> org.eclipse.lsp4j.SymbolKind.Struct;
            case NAMESPACE -> org.eclipse.lsp4j.SymbolKind.Namespace;
            case CONSTRUCTOR -> org.eclipse.lsp4j.SymbolKind.Constructor;
            case METHOD -> org.eclipse.lsp4j.SymbolKind.Method;
            case FUNCTION, MACRO, INITIALIZER -> org.eclipse.lsp4j.SymbolKind.Function;
            case FIELD -> org.eclipse.lsp4j.SymbolKind.Field;
            case ENUM_CONSTANT -> org.eclipse.lsp4j.SymbolKind.EnumMember;
        };
    }
}
