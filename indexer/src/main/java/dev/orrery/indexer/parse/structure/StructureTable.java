package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FlatTree;
import dev.orrery.indexer.parse.Grammar;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A language's {@code facts.txt}, resolved against its grammar. Immutable.
 *
 * <p>A line is a {@link Role}, node types, and attributes {@code part=selector} (see {@link Part} and {@link Selector}),
 * {@code kind=CLASS}, or {@code kind@enum=ENUM} for nodes that have that keyword. {@code COMMENT} names comments,
 * {@code WORD public=PUBLIC} gives modifiers their bits, {@code IMPORTER require} names functions that read other files, {@code ANNOTATED Test=TEST} does so for annotations.
 */
final class StructureTable {
    private final Grammar grammar;
    private final @Nullable Rule[] rules;
    private final BitSet comments = new BitSet();
    private final Set<String> importers = new HashSet<>();
    private final Map<String, Integer> words = new HashMap<>();
    private final Map<String, Integer> annotations = new HashMap<>();

    private StructureTable(Grammar grammar) {
        this.grammar = grammar;
        rules = new Rule[grammar.symbolCount()];
    }

    static StructureTable parse(Grammar grammar, String text) {
        StructureTable table = new StructureTable(grammar);
        text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> table.line(line.strip().split("\\s+")));
        return table;
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "COMMENT" -> comments.or(grammar.symbols(Arrays.copyOfRange(words, 1, words.length)));
            case "IMPORTER" -> importers.addAll(List.of(words).subList(1, words.length));
            case "WORD" -> bits(words, this.words);
            case "ANNOTATED" -> bits(words, annotations);
            default -> rule(words);
        }
    }

    private static void bits(String[] line, Map<String, Integer> into) {
        for (int i = 1; i < line.length; i++) {
            int equals = line[i].lastIndexOf('=');
            into.put(line[i].substring(0, equals), bit(line[i].substring(equals + 1)));
        }
    }

    private static int bit(String name) {
        return switch (name) {
            case "PUBLIC" -> Modifiers.PUBLIC;
            case "PROTECTED" -> Modifiers.PROTECTED;
            case "PRIVATE" -> Modifiers.PRIVATE;
            case "STATIC" -> Modifiers.STATIC;
            case "ABSTRACT" -> Modifiers.ABSTRACT;
            case "FINAL" -> Modifiers.FINAL;
            case "DEPRECATED" -> Modifiers.DEPRECATED;
            case "VARARGS" -> Modifiers.VARARGS;
            case "TEST" -> Modifiers.TEST;
            default -> throw new IllegalArgumentException("no modifier " + name);
        };
    }

    private void rule(String[] line) {
        SymbolKind kind = SymbolKind.FUNCTION;
        Map<Integer, SymbolKind> byToken = new HashMap<>();
        EnumMap<Part, Selector> parts = new EnumMap<>(Part.class);
        for (String word : line) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String value = word.substring(equals + 1);
            if (word.startsWith("kind@")) {
                byToken.put(grammar.token(word.substring(5, equals)), SymbolKind.valueOf(value));
            } else if (word.startsWith("kind=")) {
                kind = SymbolKind.valueOf(value);
            } else {
                Part part = Part.valueOf(word.substring(0, equals).toUpperCase(Locale.ROOT));
                parts.put(part, Selector.parse(grammar, value));
            }
        }
        Rule rule = new Rule(Role.valueOf(line[0]), kind, byToken, parts);
        for (int i = 1; i < line.length; i++) {
            if (line[i].indexOf('=') < 0) {
                int symbol = line[i].startsWith("\"") ? token(line[i]) : grammar.symbol(line[i]);
                if (symbol < 0) {
                    throw new IllegalArgumentException("grammar " + grammar + " does not know " + line[i]);
                }
                rules[symbol] = rule;
            }
        }
    }

    private int token(String quoted) {
        return grammar.token(quoted.substring(1, quoted.length() - 1));
    }

    boolean isComment(int symbol) {
        return comments.get(symbol);
    }

    /** Whether calling a function of that name reads the file that its first argument names. */
    boolean isImporter(String function) {
        return importers.contains(function);
    }

    /** What the table says about nodes of the type, or null. */
    @Nullable
    Rule rule(int symbol) {
        return symbol == FlatTree.ERROR || symbol >= rules.length ? null : rules[symbol];
    }

    /** The bits of a modifier's word; 0 for any other. */
    int wordBits(String word) {
        return words.getOrDefault(word, 0);
    }

    /** The bits that an annotation of that simple name gives. */
    int annotationBits(String name) {
        return annotations.getOrDefault(name, 0);
    }
}
