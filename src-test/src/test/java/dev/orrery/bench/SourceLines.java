package dev.orrery.bench;

import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaSyntax;
import dev.orrery.indexer.parse.java.JavaTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a Java file that have identifiers, and what these could be replaced by. */
final class SourceLines {
    /** A line with its line break, in UTF-16 units. */
    record Line(int start, int end) {}

    /** A text in which one identifier of a line was replaced. */
    record Mutant(String text, int end, String was, String is) {}

    private record Name(int start, int end, int node, String text) {}

    private final String text;
    private final JavaSyntax syntax;
    private final JavaTree tree;
    private final List<Name> names = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Set<String> members = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();

    SourceLines(String text, JavaSyntax syntax) {
        this.text = text;
        this.syntax = syntax;
        this.tree = syntax.tree();
        int[] units = units(text);
        for (int node = 0; node < tree.size(); node++) {
            JavaNode kind = tree.kind(node);
            if ((kind == JavaNode.IDENTIFIER || kind == JavaNode.TYPE_IDENTIFIER)
                    && tree.isLeaf(node)
                    && !isPackage(node)
                    && !tree.text(node).isEmpty()) {
                names.add(new Name(units[tree.start(node)], units[tree.end(node)], node, tree.text(node)));
                collect(node, kind);
            }
        }
        lines(text);
    }

    private void collect(int node, JavaNode kind) {
        int parent = tree.parent(node);
        if (kind == JavaNode.TYPE_IDENTIFIER) {
            types.add(tree.text(node));
        } else if (tree.is(parent, JavaNode.METHOD_DECLARATION)
                || tree.is(parent, JavaNode.VARIABLE_DECLARATOR) && syntax.variable(node) < 0) {
            members.add(tree.text(node));
        } else if (tree.is(parent, JavaNode.CLASS_DECLARATION)
                || tree.is(parent, JavaNode.INTERFACE_DECLARATION)
                || tree.is(parent, JavaNode.ENUM_DECLARATION)) {
            types.add(tree.text(node));
        }
    }

    private boolean isPackage(int node) {
        for (int at = node; at >= 0; at = tree.parent(at)) {
            if (tree.is(at, JavaNode.PACKAGE_DECLARATION) || tree.is(at, JavaNode.IMPORT_DECLARATION)) {
                return true;
            }
        }
        return false;
    }

    private static int[] units(String text) {
        int[] units = new int[text.getBytes(StandardCharsets.UTF_8).length + 1];
        int at = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            for (int b = 0; b < bytes; b++) {
                units[at++] = i;
            }
            i += Character.charCount(point);
        }
        units[at] = text.length();
        return units;
    }

    private void lines(String text) {
        Set<Integer> starts = new HashSet<>();
        for (Name name : names) {
            int start = text.lastIndexOf('\n', name.start()) + 1;
            if (starts.add(start)) {
                int end = text.indexOf('\n', name.start());
                lines.add(new Line(start, end < 0 ? text.length() : end + 1));
            }
        }
    }

    List<Line> lines() {
        return lines;
    }

    /** One identifier of the line replaced by another that can be seen there, of the same kind as often as of any. */
    @Nullable
    Mutant mutant(Line line, Random random) {
        List<Name> inLine = names.stream()
                .filter(name -> name.start() >= line.start() && name.end() <= line.end())
                .toList();
        Name name = inLine.get(random.nextInt(inLine.size()));
        Set<String> variables = variablesAt(name.node());
        boolean isType = tree.is(name.node(), JavaNode.TYPE_IDENTIFIER);
        List<String> pool = new ArrayList<>();
        if (random.nextBoolean()) {
            pool.addAll(isType ? types : variables);
            if (!isType) {
                pool.addAll(members);
            }
        } else {
            pool.addAll(variables);
            pool.addAll(members);
            pool.addAll(types);
        }
        pool.remove(name.text());
        if (pool.isEmpty()) {
            return null;
        }
        String is = pool.get(random.nextInt(pool.size()));
        return new Mutant(
                text.substring(0, name.start()) + is + text.substring(name.end()),
                line.end() + is.length() - name.text().length(),
                name.text(),
                is);
    }

    /** The variables that are declared before a node in the same member. */
    private Set<String> variablesAt(int node) {
        int member = node;
        while (member > 0 && !isBody(tree.parent(member))) {
            member = tree.parent(member);
        }
        Set<String> variables = new LinkedHashSet<>();
        for (int at = member; at < node; at++) {
            if (syntax.variable(at) >= 0 && encloses(scope(at), node)) {
                variables.add(tree.text(at));
            }
        }
        return variables;
    }

    private int scope(int name) {
        int at = tree.parent(name);
        while (at > 0
                && !switch (tree.kind(at)) {
                    case BLOCK,
                            CONSTRUCTOR_BODY,
                            METHOD_DECLARATION,
                            CONSTRUCTOR_DECLARATION,
                            LAMBDA_EXPRESSION,
                            FOR_STATEMENT,
                            ENHANCED_FOR_STATEMENT,
                            CATCH_CLAUSE,
                            TRY_WITH_RESOURCES_STATEMENT,
                            SWITCH_BLOCK -> true;
                    default -> false;
                }) {
            at = tree.parent(at);
        }
        return at;
    }

    private boolean encloses(int outer, int node) {
        return node >= outer && tree.end(node) <= tree.end(outer);
    }

    private boolean isBody(int node) {
        return switch (tree.kind(node)) {
            case CLASS_BODY, INTERFACE_BODY, ENUM_BODY, ENUM_BODY_DECLARATIONS, PROGRAM -> true;
            default -> false;
        };
    }
}
