package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Positions;
import dev.orrery.indexer.parse.TypeForm;
import org.jspecify.annotations.Nullable;

/** Reads types into rows of {@code TypeRefs}. */
final class JavaTypes {
    private static final int DEEPEST = 60;

    private final JavaTree tree;
    private final FactsBuilder facts;
    private final JavaLombok lombok;
    private final @Nullable Positions positions;
    private int depth;

    JavaTypes(JavaWalk walk) {
        this.tree = walk.tree;
        this.facts = walk.facts;
        this.lombok = walk.lombok;
        this.positions = walk.positions;
    }

    /** The row of a type, or -1 for {@code var} and for what is no type. */
    int of(int node) {
        if (node < 0 || depth > DEEPEST) {
            return FactsBuilder.NONE;
        }
        depth++;
        int row = read(node);
        depth--;
        if (positions != null && row >= 0) {
            positions.type(row, tree.start(node), tree.end(node), facts.current());
        }
        return row;
    }

    private int read(int node) {
        return switch (tree.kind(node)) {
            case TYPE_IDENTIFIER, IDENTIFIER ->
                tree.textIs(node, "var") || tree.textIs(node, "val") && lombok.infersVal()
                        ? FactsBuilder.NONE
                        : facts.type(tree.text(node));
            case BOOLEAN_TYPE, INTEGRAL_TYPE, FLOATING_POINT_TYPE, VOID_TYPE -> facts.type(tree.text(node));
            case SCOPED_TYPE_IDENTIFIER -> facts.type(scopedName(node), lastArguments(node));
            case SCOPED_IDENTIFIER, FIELD_ACCESS -> facts.type(tree.dotted(node));
            case GENERIC_TYPE -> generic(node);
            case ARRAY_TYPE -> array(node);
            case ANNOTATED_TYPE -> of(lastNamed(node));
            case WILDCARD -> wildcard(node);
            case CATCH_TYPE -> union(node);
            default -> FactsBuilder.NONE;
        };
    }

    /** {@code type} with the dimensions that a declarator adds after its name. */
    int withDimensions(int type, int declarator) {
        int dimensions = tree.child(declarator, tree.fields().dimensions());
        return dimensions < 0 ? type : facts.arrayType(type, dimensions(dimensions));
    }

    /** How many pairs of brackets a {@code dimensions} node has. */
    int dimensions(int node) {
        int count = 0;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            count += !tree.isNamed(child) && tree.textIs(child, "[") ? 1 : 0;
        }
        return count;
    }

    int[] list(int node) {
        int[] rows = new int[4];
        int count = 0;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            int row = tree.isNamed(child) ? of(child) : FactsBuilder.NONE;
            if (row >= 0) {
                if (count == rows.length) {
                    rows = java.util.Arrays.copyOf(rows, count * 2);
                }
                rows[count++] = row;
            }
        }
        return JavaTree.trim(rows, count);
    }

    private int array(int node) {
        int dimensions = tree.child(node, tree.fields().dimensions());
        int element = of(tree.firstNamed(node));
        return dimensions < 0 ? element : facts.arrayType(element, dimensions(dimensions));
    }

    private int generic(int node) {
        int name = tree.firstNamed(node);
        while (name >= 0 && (tree.is(name, JavaNode.ANNOTATION) || tree.is(name, JavaNode.MARKER_ANNOTATION))) {
            name = tree.next(name);
        }
        int arguments = tree.child(node, JavaNode.TYPE_ARGUMENTS);
        return name < 0
                ? FactsBuilder.NONE
                : facts.type(scopedName(name), arguments < 0 ? new int[0] : list(arguments));
    }

    private String scopedName(int node) {
        if (tree.isLeaf(node)) {
            return tree.text(node);
        }
        StringBuilder name = new StringBuilder();
        appendName(node, name);
        return name.toString();
    }

    private void appendName(int node, StringBuilder name) {
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case TYPE_IDENTIFIER, IDENTIFIER ->
                    name.append(name.isEmpty() ? "" : ".").append(tree.text(child));
                case SCOPED_TYPE_IDENTIFIER, GENERIC_TYPE -> appendName(child, name);
                default -> {}
            }
        }
    }

    /** The arguments of a scoped type's last part are read with the generic type around it; earlier ones are dropped. */
    private int[] lastArguments(int node) {
        int arguments = tree.child(node, JavaNode.TYPE_ARGUMENTS);
        return arguments < 0 ? new int[0] : list(arguments);
    }

    private int lastNamed(int node) {
        int last = -1;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            last = tree.isNamed(child) ? child : last;
        }
        return last;
    }

    private int wildcard(int node) {
        int[] bound = list(node);
        if (bound.length == 0) {
            return facts.type(TypeForm.WILDCARD, "", 0);
        }
        boolean lower = tree.child(node, JavaNode.SUPER) >= 0;
        return facts.type(lower ? TypeForm.WILDCARD_SUPER : TypeForm.WILDCARD_EXTENDS, "", 0, bound[0]);
    }

    private int union(int node) {
        int[] alternatives = list(node);
        if (alternatives.length == 0) {
            return FactsBuilder.NONE;
        }
        return alternatives.length == 1 ? alternatives[0] : facts.type(TypeForm.UNION, "", 0, alternatives);
    }
}
