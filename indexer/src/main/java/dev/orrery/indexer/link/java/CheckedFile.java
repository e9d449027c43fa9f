package dev.orrery.indexer.link.java;

import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.java.JavaFields;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaSyntax;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file whose code is checked: its tree, what the linker knows of it, and what was found. One thread at a time. */
final class CheckedFile {
    final JavaBody body;
    final JavaSyntax syntax;
    final JavaTree tree;
    final JavaFields fields;
    final FileFacts facts;
    final Certainty certainty;
    final Conversions conversions;
    final KnownPackages packages;
    private int[] declarations = {};
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> imports = new LinkedHashSet<>();

    CheckedFile(JavaBody body, JavaSyntax syntax) {
        this.body = body;
        this.syntax = syntax;
        tree = syntax.tree();
        fields = tree.fields();
        facts = syntax.facts();
        certainty = new Certainty(body);
        conversions = new Conversions(this);
        packages = new KnownPackages(body.unit.model());
    }

    Set<Finding> findings() {
        return findings;
    }

    /** Qualified names that must be imported. */
    Set<String> imports() {
        return imports;
    }

    void report(ProposalVerdict.Kind kind, int node, String key, Object... arguments) {
        findings.add(
                new Finding(kind, tree.start(node), tree.end(node), UserMessage.of("indexer.check." + key, arguments)));
    }

    Type type(int node) {
        int row = syntax.expression(node);
        return row < 0 ? Type.UNKNOWN : body.types.of(row);
    }

    /** The type of an expression; unknown where it is not certain to its erasure at least. */
    Type certain(int node) {
        int row = syntax.expression(node);
        return row < 0 || certainty.of(row) == Certainty.Level.NONE ? Type.UNKNOWN : body.types.of(row);
    }

    /** A name that means nothing: what must be imported for it where that is certain, otherwise a problem. */
    void nameOrImport(int node, String name, boolean type) {
        String known = type ? packages.importable(name, body.unit.source()) : "";
        if (known.isEmpty()) {
            report(ProposalVerdict.Kind.NAME, node, "name", name);
        } else {
            imports.add(known);
        }
    }

    /** The call that {@code this(…)} or {@code super(…)} is, or -1. */
    int explicitCall(int node) {
        int row = syntax.expression(node);
        return row < 0 ? -1 : facts.expressions().a(row);
    }

    /** The type that a node which names one means, at the place where it stands. */
    Type typeAt(int node) {
        return new TypeNodes(this).type(node);
    }

    /** Whether a variable of a body is declared final. */
    boolean isFinal(int variable) {
        int name = declaration(variable);
        int at = name < 0 ? -1 : tree.parent(name);
        at = tree.is(at, JavaNode.VARIABLE_DECLARATOR) ? tree.parent(at) : at;
        return at >= 0 && hasModifier(at, "final");
    }

    /** The node of the name where a variable is declared, or -1. */
    int declaration(int variable) {
        if (declarations.length == 0) {
            declarations = new int[Math.max(1, facts.variables().count())];
            Arrays.fill(declarations, -1);
            for (int node = 0; node < tree.size(); node++) {
                if (syntax.variable(node) >= 0) {
                    declarations[syntax.variable(node)] = node;
                }
            }
        }
        return declarations[variable];
    }

    /** Whether a type variable is one of this file. */
    boolean declares(TypeVariable variable) {
        return variable instanceof SourceTypeVariable own && own.unit() == body.unit;
    }

    /** The expression inside of parentheses. */
    int inner(int node) {
        int at = node;
        while (at >= 0 && tree.is(at, JavaNode.PARENTHESIZED_EXPRESSION)) {
            at = tree.firstNamed(at);
        }
        return at;
    }

    /** The class in whose code a node stands, or null at the top of a file. */
    @Nullable
    SourceClass user(int node) {
        return body.enclosingClass(syntax.scope(node));
    }

    /** The innermost ancestor of that kind, the node itself counted, or -1. */
    int around(int node, JavaNode kind) {
        int at = node;
        while (at >= 0 && !tree.is(at, kind)) {
            at = tree.parent(at);
        }
        return at;
    }

    List<Integer> children(int node) {
        List<Integer> children = new ArrayList<>();
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            if (tree.isNamed(child)) {
                children.add(child);
            }
        }
        return children;
    }

    boolean hasModifier(int declaration, String word) {
        int modifiers = tree.child(declaration, JavaNode.MODIFIERS);
        for (int child = modifiers < 0 ? -1 : tree.first(modifiers); child >= 0; child = tree.next(child)) {
            if (tree.textIs(child, word)) {
                return true;
            }
        }
        return false;
    }

    /** A type as one would write it, without packages. */
    String text(Type type) {
        return TypeText.of(type);
    }
}
