package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.FlatTree;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One file's tree, bytes and table, and the questions that rules ask of them. Nodes are ints, -1 is none; asked about none,
 * every question has an answer, because in a damaged file any part may be missing.
 */
final class Source {
    final FlatTree tree;
    private final byte[] utf8;
    private final StructureTable table;

    Source(FlatTree tree, byte[] utf8, StructureTable table) {
        this.tree = tree;
        this.utf8 = utf8;
        this.table = table;
    }

    StructureTable table() {
        return table;
    }

    @Nullable
    Rule rule(int node) {
        return node < 0 ? null : table.rule(tree.symbol(node));
    }

    /** What the node means; null where the table has nothing to say. */
    @Nullable
    Role role(int node) {
        Rule rule = rule(node);
        return rule == null ? null : rule.role();
    }

    boolean is(int node, Role role) {
        return role(node) == role;
    }

    /** Whether the node is of that type. */
    boolean isType(int node, String type) {
        return node >= 0 && tree.named(node) && type(node).equals(type);
    }

    String type(int node) {
        return node < 0 ? "" : tree.grammar().symbolName(tree.symbol(node));
    }

    /** The part of the node that its rule tells where to find, or -1. */
    int part(int node, Part part) {
        Rule rule = rule(node);
        Selector selector = rule == null ? null : rule.parts().get(part);
        return selector == null ? -1 : selector.find(tree, table, node);
    }

    /** The child held through that field, or -1. */
    int field(int node, String name) {
        int field = tree.grammar().field(name);
        return node < 0 || field < 0 ? -1 : tree.child(node, field);
    }

    /** The first child of that type, or -1. */
    int child(int node, String type) {
        int symbol = tree.grammar().symbol(type);
        return node < 0 || symbol < 0 ? -1 : tree.childOfType(node, symbol);
    }

    /** The last child of that type, or -1. */
    int childFromEnd(int node, String type) {
        int found = -1;
        for (int child = first(node); child >= 0; child = next(child)) {
            found = isType(child, type) ? child : found;
        }
        return found;
    }

    /** Whether some child of that type has that text. */
    boolean hasText(int node, String type, String text) {
        for (int child = first(node); child >= 0; child = next(child)) {
            if (isType(child, type) && text(child).equals(text)) {
                return true;
            }
        }
        return false;
    }

    boolean hasToken(int node, String token) {
        int symbol = tree.grammar().token(token);
        return node >= 0 && symbol >= 0 && tree.childOfType(node, symbol) >= 0;
    }

    /** The first child that is no comment, or -1. */
    int first(int node) {
        return node < 0 ? -1 : past(tree.firstChild(node));
    }

    /** The next sibling that is no comment, or -1. */
    int next(int node) {
        return node < 0 ? -1 : past(tree.nextSibling(node));
    }

    private int past(int node) {
        while (node >= 0 && table.isComment(tree.symbol(node))) {
            node = tree.nextSibling(node);
        }
        return node;
    }

    int firstNamed(int node) {
        for (int child = first(node); child >= 0; child = next(child)) {
            if (tree.named(child)) {
                return child;
            }
        }
        return -1;
    }

    int nextNamed(int node) {
        for (int child = next(node); child >= 0; child = next(child)) {
            if (tree.named(child)) {
                return child;
            }
        }
        return -1;
    }

    boolean isLeaf(int node) {
        return node < 0 || tree.firstChild(node) < 0;
    }

    int start(int node) {
        return node < 0 ? 0 : tree.start(node);
    }

    int end(int node) {
        return node < 0 ? 0 : tree.end(node);
    }

    String text(int node) {
        return node < 0 ? "" : text(tree.start(node), tree.end(node));
    }

    String text(int start, int end) {
        return new String(utf8, start, end - start, StandardCharsets.UTF_8);
    }

    /** The text of a name that may be qualified, its parts joined by dots, without type arguments and space. */
    String dotted(int node) {
        String text = text(node);
        if (text.startsWith("`")) {
            return text.replace("`", "");
        }
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length() && out.length() < 512; i++) {
            char c = text.charAt(i);
            depth += c == '<' || c == '[' ? 1 : c == '>' || c == ']' ? -1 : 0;
            if (depth > 0 || c == '>' || c == ']' || Character.isWhitespace(c) && !isBetweenWords(text, i)) {
                continue;
            }
            boolean colons = c == ':' && i + 1 < text.length() && text.charAt(i + 1) == ':';
            out.append(colons ? '.' : c);
            i += colons ? 1 : 0;
        }
        return !out.isEmpty() && out.charAt(0) == '.' ? out.substring(1) : out.toString();
    }

    private static boolean isBetweenWords(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /** A string literal's text without its quotes. */
    String unquoted(int node) {
        String text = text(node);
        int from = 0;
        int to = text.length();
        if (to == 0 || !isQuote(text.charAt(to - 1))) {
            return text;
        }
        while (from < to && !isQuote(text.charAt(from))) { // a prefix, as in Python's r""
            from++;
        }
        while (from < to && isQuote(text.charAt(from))) {
            from++;
        }
        while (to > from && isQuote(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`' || c == '<' || c == '>';
    }

    /** Number of leaves that are no comments. */
    int tokens() {
        int tokens = 0;
        for (int node = 0; node < tree.size(); node++) {
            if (tree.after(node) == node + 1 && !table.isComment(tree.symbol(node))) {
                tokens++;
            }
        }
        return tokens;
    }
}
