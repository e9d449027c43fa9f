package dev.orrery.indexer.parse.java;

import dev.orrery.api.Modifiers;
import java.util.Set;

/** Reads modifiers and the annotations that Orrery knows into bits of {@link Modifiers}. */
final class JavaModifiers {
    private static final Set<String> TESTS = Set.of(
            "Test",
            "ParameterizedTest",
            "RepeatedTest",
            "TestFactory",
            "TestTemplate",
            "Before",
            "After",
            "BeforeEach",
            "AfterEach",
            "BeforeAll",
            "AfterAll",
            "BeforeClass",
            "AfterClass",
            "Property");

    private final JavaTree tree;

    JavaModifiers(JavaTree tree) {
        this.tree = tree;
    }

    /** The bits of the {@code modifiers} child of a declaration. */
    int of(int declaration) {
        int node = tree.child(declaration, JavaNode.MODIFIERS);
        int bits = 0;
        if (node >= 0) {
            for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
                bits |= bit(child);
            }
        }
        return bits;
    }

    private int bit(int node) {
        JavaNode kind = tree.kind(node);
        if (kind == JavaNode.ANNOTATION || kind == JavaNode.MARKER_ANNOTATION) {
            return annotation(node);
        }
        if (tree.textIs(node, "public")) {
            return Modifiers.PUBLIC;
        }
        if (tree.textIs(node, "private")) {
            return Modifiers.PRIVATE;
        }
        if (tree.textIs(node, "static")) {
            return Modifiers.STATIC;
        }
        if (tree.textIs(node, "final")) {
            return Modifiers.FINAL;
        }
        if (tree.textIs(node, "protected")) {
            return Modifiers.PROTECTED;
        }
        if (tree.textIs(node, "abstract")) {
            return Modifiers.ABSTRACT;
        }
        return tree.textIs(node, "default") ? Modifiers.DEFAULT : 0;
    }

    private int annotation(int node) {
        int name = tree.child(node, tree.fields().name());
        if (name < 0) {
            return 0;
        }
        String dotted = tree.dotted(name);
        String simple = dotted.substring(dotted.lastIndexOf('.') + 1);
        if (simple.equals("Deprecated")) {
            return Modifiers.DEPRECATED;
        }
        return TESTS.contains(simple) ? Modifiers.TEST : 0;
    }
}
