package dev.orrery.indexer.semantic;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Language;
import dev.orrery.api.Passage;
import dev.orrery.api.SymbolKind;
import java.util.Arrays;

/** Cuts a file's text into the passages of its declarations. */
final class Passages {
    private static final int LONGEST_COMMENT = 200;
    private static final int LONGEST_TEXT = 20_000;

    private final CodeGraph graph;
    private final int file;
    private final String text;
    private final int[] lineStarts;
    private final boolean preprocessed;

    /** @param text the file as it was when the graph was made; another text gives other passages and does not fail */
    Passages(CodeGraph graph, int file, String text) {
        this.graph = graph;
        this.file = file;
        this.text = text;
        this.lineStarts = lineStarts(text);
        this.preprocessed = isPreprocessed(graph.language(file));
    }

    /** Whether search by meaning finds a symbol: types and what can be called by name. */
    static boolean isSearched(CodeGraph graph, int symbol) {
        SymbolKind kind = graph.kind(symbol);
        return switch (kind) {
            case METHOD, FUNCTION -> true;
            case MACRO -> !isConstant(graph, symbol);
            case CONSTRUCTOR -> graph.parent(symbol) < 0 || graph.line(symbol) != graph.line(graph.parent(symbol));
            case INITIALIZER, FIELD, ENUM_CONSTANT, NAMESPACE -> false;
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION, STRUCT, TRAIT, OBJECT, TYPE_ALIAS -> true;
        };
    }

    /** A macro of C without parameters is nearly always a number: registers of chips have millions of them. */
    private static boolean isConstant(CodeGraph graph, int macro) {
        return isPreprocessed(graph.language(graph.file(macro)))
                && graph.parameters(macro).isEmpty();
    }

    private static boolean isPreprocessed(Language language) {
        return language.id().equals("c") || language.id().equals("cpp");
    }

    /** Names of the enclosing declarations, outermost first. */
    static String enclosing(CodeGraph graph, int symbol) {
        int parent = graph.parent(symbol);
        if (parent < 0) {
            return "";
        }
        String outer = enclosing(graph, parent);
        return outer.isEmpty() ? graph.name(parent) : outer + "." + graph.name(parent);
    }

    Passage of(int symbol) {
        int first = commentStart(graph.startLine(symbol));
        int last = graph.kind(symbol).isType() ? headEnd(symbol) : graph.endLine(symbol);
        int start = offset(first);
        int end = Math.min(Math.max(start, offset(last + 1)), start + LONGEST_TEXT);
        return new Passage(
                graph.language(file),
                graph.path(file),
                enclosing(graph, symbol),
                graph.name(symbol),
                graph.parameters(symbol),
                text.substring(start, end));
    }

    /** A type's own lines end where its first member begins. */
    private int headEnd(int type) {
        int end = graph.endLine(type);
        for (int member = type + 1; member < graph.endSymbol(file) && graph.parent(member) >= type; member++) {
            if (graph.startLine(member) > graph.startLine(type)) {
                end = Math.min(end, commentStart(graph.startLine(member)) - 1);
            }
        }
        return Math.max(end, graph.startLine(type));
    }

    private int commentStart(int line) {
        int start = line;
        while (start > 1 && line - start < LONGEST_COMMENT && isComment(start - 1)) {
            start--;
        }
        return start;
    }

    private boolean isComment(int line) {
        String content = text.substring(offset(line), offset(line + 1)).strip();
        return content.startsWith("//")
                || content.startsWith("/*")
                || content.startsWith("*")
                || content.endsWith("*/")
                || content.startsWith("#") && !preprocessed;
    }

    /** Where a line begins, 1-based; beyond the last line the end of the text. */
    private int offset(int line) {
        return line > lineStarts.length ? text.length() : lineStarts[Math.max(line, 1) - 1];
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[64];
        int count = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
        }
        return Arrays.copyOf(starts, count);
    }
}
