package dev.orrery.indexer.parse;

import dev.orrery.api.TokenSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a language's nodes are coloured: the content of its {@code highlights.txt}. Immutable.
 *
 * <p>A line is a {@link TokenSpan.Kind}, or {@code NONE}, and selectors. A selector is a node type ({@code line_comment}), a
 * token in quotes ({@code "=>"}), or a node type in a place: {@code call.function:identifier} is an identifier that a call
 * holds as its function, {@code call.function/member.property:identifier} one that is the property of a member that a call
 * holds as its function. The field may be left out: {@code call:identifier}. After it may follow a condition on the text:
 * {@code =a|b} (one of), {@code ^/**} (begins so), {@code =UPPER}, {@code =Capital}. Later lines win over earlier ones. Tokens
 * that no line names are keywords if they begin with a letter, and otherwise punctuation or operators.
 */
final class HighlightTable {
    private static final Set<String> PUNCTUATION = Set.of("(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "::");

    private final Grammar grammar;
    private final Map<Integer, List<HighlightRule>> rules = new HashMap<>();
    private final TokenSpan.@Nullable Kind[] plain;

    private HighlightTable(Grammar grammar) {
        this.grammar = grammar;
        plain = new TokenSpan.Kind[grammar.symbolCount()];
        for (int symbol = 0; symbol < plain.length; symbol++) {
            plain[symbol] = ofToken(grammar.symbolName(symbol));
        }
    }

    static HighlightTable parse(Grammar grammar, String text) {
        HighlightTable table = new HighlightTable(grammar);
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] words = line.strip().split("\\s+");
                for (int i = 1; i < words.length; i++) {
                    table.add(words[0].equals("NONE") ? null : TokenSpan.Kind.valueOf(words[0]), words[i]);
                }
            }
        }
        return table;
    }

    private void add(TokenSpan.@Nullable Kind kind, String selector) {
        if (selector.startsWith("\"")) {
            int token = grammar.token(selector.substring(1, selector.length() - 1));
            put(known(token, selector), new HighlightRule(kind, new int[0][], new HighlightRule.Any()));
            return;
        }
        int cut = conditionAt(selector);
        HighlightRule.Condition condition = condition(selector.substring(cut));
        String place = selector.substring(0, cut);
        int colon = place.indexOf(':');
        if (colon < 0) {
            put(symbol(place), new HighlightRule(kind, new int[0][], condition));
            return;
        }
        String[] path = place.substring(0, colon).split("/");
        int[][] steps = new int[path.length][];
        for (int i = 0; i < path.length; i++) {
            String[] parts = path[path.length - 1 - i].split("\\.");
            steps[i] = new int[] {symbol(parts[0]), parts.length == 1 ? 0 : field(parts[1])};
        }
        put(symbol(place.substring(colon + 1)), new HighlightRule(kind, steps, condition));
    }

    private static int conditionAt(String selector) {
        int equals = selector.indexOf('=');
        int caret = selector.indexOf('^');
        return equals >= 0 && (caret < 0 || equals < caret) ? equals : caret >= 0 ? caret : selector.length();
    }

    private static HighlightRule.Condition condition(String text) {
        return switch (text) {
            case "" -> new HighlightRule.Any();
            case "=UPPER" -> new HighlightRule.AllCapitals();
            case "=Capital" -> new HighlightRule.Capitalised();
            default ->
                text.startsWith("^")
                        ? new HighlightRule.Begins(text.substring(1))
                        : new HighlightRule.OneOf(Set.of(text.substring(1).split("\\|")));
        };
    }

    private void put(int symbol, HighlightRule rule) {
        rules.computeIfAbsent(symbol, _ -> new ArrayList<>()).addFirst(rule);
    }

    private int symbol(String type) {
        return known(type.equals("ERROR") ? FlatTree.ERROR : grammar.symbol(type), type);
    }

    private int field(String name) {
        return known(grammar.field(name), name);
    }

    private int known(int id, String name) {
        if (id < 0) {
            throw new IllegalArgumentException("grammar " + grammar + " does not know " + name);
        }
        return id;
    }

    /** The rule that paints the node, or null where none does. */
    @Nullable
    HighlightRule rule(FlatTree tree, int node, CharSequence text) {
        for (HighlightRule rule : rules.getOrDefault(tree.symbol(node), List.of())) {
            if (rule.applies(tree, node, text)) {
                return rule;
            }
        }
        return null;
    }

    /** What a keyword or punctuation mark is that no rule names. */
    TokenSpan.@Nullable Kind plain(int symbol) {
        return symbol < plain.length ? plain[symbol] : null;
    }

    private static TokenSpan.@Nullable Kind ofToken(String token) {
        if (token.isBlank()) {
            return null;
        }
        if (Character.isLetter(token.charAt(0)) || token.startsWith("#") || token.startsWith("@")) {
            return TokenSpan.Kind.KEYWORD;
        }
        return PUNCTUATION.contains(token) ? TokenSpan.Kind.PUNCTUATION : TokenSpan.Kind.OPERATOR;
    }
}
