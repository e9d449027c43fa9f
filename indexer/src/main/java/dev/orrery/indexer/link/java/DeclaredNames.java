package dev.orrery.indexer.link.java;

import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What is declared in a stretch of a file, and what that means to the code around it. */
final class DeclaredNames {
    private static final int MOST_MENTIONS = 200;

    /** What a name declares. */
    private enum What {
        VARIABLE,
        FIELD,
        METHOD,
        TYPE
    }

    private record Name(int node, What what) {}

    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private final NameRules names;
    private final CallRules calls;
    private final TypeRules types;
    private final VariableRules variables;
    private final List<Name> declared = new ArrayList<>();
    private final List<Integer> heads = new ArrayList<>();

    DeclaredNames(CheckedFile file, NameRules names, CallRules calls, TypeRules types, VariableRules variables) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
        this.names = names;
        this.calls = calls;
        this.types = types;
        this.variables = variables;
    }

    /** Looks for what is declared between two bytes. */
    void read(int start, int end) {
        for (int node = 0; node < tree.size(); ) {
            if (tree.end(node) <= start || tree.start(node) >= end) {
                node = tree.after(node);
                continue;
            }
            head(node, start, end);
            if (tree.is(node, JavaNode.IDENTIFIER) || tree.is(node, JavaNode.TYPE_IDENTIFIER)) {
                What what = what(node);
                if (what != null) {
                    declared.add(new Name(node, what));
                }
            }
            node++;
        }
    }

    private void head(int node, int start, int end) {
        if (file.syntax.declaration(node) >= 0 && !tree.is(node, JavaNode.VARIABLE_DECLARATOR)) {
            int inside = tree.child(node, file.fields.body());
            int until = inside < 0 ? tree.end(node) : tree.start(inside);
            if (tree.start(node) < end && until > start) {
                heads.add(node);
            }
        }
    }

    /** Types, methods and constructors of whose heads something lies there. */
    List<Integer> heads() {
        return heads;
    }

    private @Nullable What what(int node) {
        if (file.syntax.variable(node) >= 0) {
            return What.VARIABLE;
        }
        int parent = tree.parent(node);
        if (tree.is(parent, JavaNode.TYPE_PARAMETER)) {
            return tree.child(parent, JavaNode.TYPE_IDENTIFIER) == node ? What.TYPE : null;
        }
        if (file.syntax.declaration(parent) < 0 || !tree.hasField(node, file.fields.name())) {
            return null;
        }
        return switch (tree.kind(parent)) {
            case VARIABLE_DECLARATOR, ENUM_CONSTANT -> What.FIELD;
            case METHOD_DECLARATION -> What.METHOD;
            case CLASS_DECLARATION,
                    INTERFACE_DECLARATION,
                    ENUM_DECLARATION,
                    RECORD_DECLARATION,
                    ANNOTATION_TYPE_DECLARATION -> What.TYPE;
            default -> null;
        };
    }

    /** Where the names are used. */
    List<Integer> mentions() {
        Set<String> texts = new HashSet<>();
        Set<Integer> rows = new HashSet<>();
        for (Name name : declared) {
            if (name.what() == What.VARIABLE) {
                rows.add(file.syntax.variable(name.node()));
            } else {
                texts.add(tree.text(name.node()));
            }
        }
        List<Integer> mentions = new ArrayList<>();
        for (int node = 0; node < tree.size() && !(rows.isEmpty() && texts.isEmpty()); node++) {
            boolean identifier = tree.is(node, JavaNode.IDENTIFIER) || tree.is(node, JavaNode.TYPE_IDENTIFIER);
            if (identifier
                    && mentions.size() < MOST_MENTIONS
                    && what(node) == null
                    && (rows.contains(variable(node)) || !texts.isEmpty() && texts.contains(tree.text(node)))) {
                mentions.add(node);
            }
        }
        return mentions;
    }

    private int variable(int node) {
        int row = file.syntax.expression(node);
        return row >= 0 && body.facts.expressions().kind(row) == ExpressionKind.LOCAL
                ? body.facts.expressions().a(row)
                : -1;
    }

    /** Names that are declared and used by nobody, where another of their kind is used that nobody declares. */
    void unfulfilled(IntConsumer check) {
        for (Name name : declared) {
            Set<String> missing = new HashSet<>();
            int from = 0;
            int to = tree.size();
            int parent = tree.parent(name.node());
            if (name.what() == What.VARIABLE) {
                from = tree.after(name.node());
                to = tree.after(variables.owner(name.node()));
            } else if (tree.is(parent, JavaNode.TYPE_PARAMETER)) {
                from = tree.parent(tree.parent(parent));
                to = tree.after(from);
            }
            boolean used = false;
            for (int node = from; node < to && !used; node++) {
                if (node == name.node() || !tree.isNamed(node)) {
                    continue;
                }
                used = isUse(node, name);
                if (isNothing(node, name.what())) {
                    missing.add(text(node));
                }
            }
            if (!used && name.what() == What.VARIABLE && missing.isEmpty()) {
                for (int node = from; node < to; node++) {
                    if (tree.is(node, JavaNode.IDENTIFIER)) {
                        check.accept(node);
                    }
                }
            }
            boolean local = name.what() == What.VARIABLE || tree.is(parent, JavaNode.TYPE_PARAMETER);
            if (!used && (local ? !missing.isEmpty() : missing.size() == 1)) {
                file.report(
                        Kind.NAME,
                        name.node(),
                        "unfulfilled",
                        tree.text(name.node()),
                        missing.iterator().next());
                return;
            }
        }
    }

    private String text(int node) {
        int name = tree.is(node, JavaNode.METHOD_INVOCATION)
                ? tree.child(node, file.fields.name())
                : tree.is(node, JavaNode.FIELD_ACCESS) ? tree.child(node, file.fields.field()) : node;
        return tree.text(name < 0 ? node : name);
    }

    private boolean isUse(int node, Name name) {
        return switch (name.what()) {
            case VARIABLE ->
                variable(node) == file.syntax.variable(name.node())
                        && body.fields.inScope(tree.text(node), file.syntax.scope(node)) == null;
            case FIELD -> {
                int row = file.syntax.expression(node);
                String text = tree.text(name.node());
                boolean same = tree.is(node, JavaNode.IDENTIFIER)
                        && row >= 0
                        && body.facts.expressions().kind(row) == ExpressionKind.NAME
                        && tree.textIs(node, text);
                boolean access = row >= 0
                        && tree.is(node, JavaNode.FIELD_ACCESS)
                        && tree.textIs(tree.child(node, file.fields.field()), text);
                Fields.Hit hit = same || access ? body.fields.of(row) : null;
                SourceClass owner = body.enclosingClass(file.syntax.scope(tree.parent(name.node())));
                yield hit != null && owner != null && hit.field() == owner.field(body.reads, text);
            }
            case METHOD -> isCallOf(node, name);
            case TYPE -> tree.is(node, JavaNode.TYPE_IDENTIFIER) && tree.textIs(node, tree.text(name.node()));
        };
    }

    private boolean isCallOf(int node, Name name) {
        boolean call = tree.is(node, JavaNode.METHOD_INVOCATION) || tree.is(node, JavaNode.METHOD_REFERENCE);
        int row = call ? file.syntax.expression(node) : -1;
        if (row < 0
                || !body.facts.expressions().kind(row).equals(ExpressionKind.CALL)
                        && !body.facts.expressions().kind(row).equals(ExpressionKind.METHOD_REFERENCE)) {
            return false;
        }
        Candidate best = body.calls.of(body.facts.expressions().a(row)).best();
        return best != null && best.method() == body.unit.methodAt(file.syntax.declaration(tree.parent(name.node())));
    }

    private boolean isNothing(int node, What what) {
        return switch (what) {
            case VARIABLE, FIELD ->
                tree.is(node, JavaNode.IDENTIFIER) && names.isNothing(node)
                        || what == What.FIELD && tree.is(node, JavaNode.FIELD_ACCESS) && isNoField(node);
            case METHOD -> tree.is(node, JavaNode.METHOD_INVOCATION) && calls.isNothing(node);
            case TYPE -> types.isNothing(node);
        };
    }

    private boolean isNoField(int node) {
        int name = tree.child(node, file.fields.field());
        SourceClass user = file.user(node);
        return name >= 0
                && user != null
                && tree.is(tree.child(node, file.fields.object()), JavaNode.THIS)
                && tree.is(name, JavaNode.IDENTIFIER)
                && !body.subtypes.isOpen(body.self(user))
                && body.fields.of(body.self(user), tree.text(name)) == null;
    }
}
