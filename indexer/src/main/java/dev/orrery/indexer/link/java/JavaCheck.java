package dev.orrery.indexer.link.java;

import dev.orrery.api.Cancellation;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaSyntax;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.BitSet;
import java.util.Set;

/** Finds what a compiler would reject in a stretch of a Java file, as far as the types are known. Used once, by one thread. */
final class JavaCheck {
    private final CheckedFile file;
    private final JavaTree tree;
    private final NameRules names;
    private final CallRules calls;
    private final VariableRules variables;
    private final ExpressionRules expressions;
    private final StatementRules statements;
    private final TypeRules types;
    private final DeclarationRules declarations;
    private final DeclaredNames declared;
    private final BitSet done = new BitSet();

    JavaCheck(JavaBody body, JavaSyntax syntax) {
        file = new CheckedFile(body, syntax);
        tree = file.tree;
        MemberAccess access = new MemberAccess(file);
        names = new NameRules(file, access);
        calls = new CallRules(file, access, names);
        variables = new VariableRules(file);
        expressions = new ExpressionRules(file, variables);
        statements = new StatementRules(file, expressions);
        types = new TypeRules(file, access);
        declarations = new DeclarationRules(file);
        declared = new DeclaredNames(file, names, calls, types, variables);
    }

    Set<Finding> findings() {
        return file.findings();
    }

    /** Qualified names that must be imported. */
    Set<String> imports() {
        return file.imports();
    }

    /** Checks whatever overlaps the bytes from {@code start} to {@code end}, and what names that are declared there mean to others. */
    void stretch(int start, int end, Cancellation cancellation) {
        for (int node = 0; node < tree.size(); ) {
            if (tree.end(node) <= start || tree.start(node) >= end) {
                node = tree.after(node);
                continue;
            }
            if ((node & 0xff) == 0) {
                cancellation.throwIfRequested();
            }
            check(node);
            node++;
        }
        declared.read(start, end);
        declared.heads().forEach(this::head);
        for (int node : declared.mentions()) {
            cancellation.throwIfRequested();
            for (int at = node; at >= 0 && !isStatement(at); at = tree.parent(at)) {
                check(at);
            }
        }
        cancellation.throwIfRequested();
        declared.unfulfilled(this::check);
    }

    /** What the head of a declaration means to what is in it. */
    private void head(int node) {
        switch (tree.kind(node)) {
            case CLASS_DECLARATION,
                    INTERFACE_DECLARATION,
                    ENUM_DECLARATION,
                    RECORD_DECLARATION,
                    ANNOTATION_TYPE_DECLARATION -> {
                declarations.type(node);
                for (int at = node; at < tree.after(node); at++) {
                    if (tree.is(at, JavaNode.EXPLICIT_CONSTRUCTOR_INVOCATION)) {
                        check(at);
                    }
                }
            }
            case METHOD_DECLARATION -> {
                declarations.method(node);
                for (int at = node; at < tree.after(node); at++) {
                    if (tree.is(at, JavaNode.RETURN_STATEMENT)) {
                        check(at);
                    }
                }
                implemented(node);
            }
            case CONSTRUCTOR_DECLARATION -> declarations.method(node);
            default -> {}
        }
    }

    private void implemented(int method) {
        SourceClass around = file.user(method);
        int name = tree.child(method, file.fields.name());
        if (around != null && name >= 0) {
            declarations.implemented(name, around);
        }
    }

    private boolean isStatement(int node) {
        return switch (tree.kind(node)) {
            case BLOCK, CONSTRUCTOR_BODY, CLASS_BODY, PROGRAM, SWITCH_BLOCK, SWITCH_BLOCK_STATEMENT_GROUP -> true;
            default -> false;
        };
    }

    private void check(int node) {
        if (done.get(node) || !tree.isNamed(node) || tree.isBroken(node)) {
            return;
        }
        done.set(node);
        switch (tree.kind(node)) {
            case IDENTIFIER -> identifier(node);
            case TYPE_IDENTIFIER, SCOPED_TYPE_IDENTIFIER -> types.name(node);
            case GENERIC_TYPE -> types.generic(node);
            case ANNOTATION, MARKER_ANNOTATION -> types.annotation(node);
            case SUPERCLASS -> types.superclass(node);
            case SUPER_INTERFACES, EXTENDS_INTERFACES -> types.interfaces(node);
            case IMPORT_DECLARATION -> types.importLine(node);
            case FIELD_ACCESS -> names.fieldAccess(node);
            case METHOD_INVOCATION -> calls.method(node);
            case OBJECT_CREATION_EXPRESSION -> calls.creation(node);
            case EXPLICIT_CONSTRUCTOR_INVOCATION -> calls.explicitConstructor(node);
            case METHOD_REFERENCE -> calls.reference(node);
            case LAMBDA_EXPRESSION -> statements.lambda(node);
            case BINARY_EXPRESSION -> expressions.binary(node);
            case UNARY_EXPRESSION -> expressions.unary(node);
            case UPDATE_EXPRESSION -> expressions.update(node);
            case ASSIGNMENT_EXPRESSION -> expressions.assignment(node);
            case TERNARY_EXPRESSION -> expressions.ternary(node);
            case ARRAY_ACCESS -> expressions.arrayAccess(node);
            case ARRAY_CREATION_EXPRESSION -> expressions.arrayCreation(node);
            case ARRAY_INITIALIZER -> expressions.arrayInitializer(node);
            case CAST_EXPRESSION -> expressions.cast(node);
            case INSTANCEOF_EXPRESSION -> expressions.instanceOf(node);
            case IF_STATEMENT, WHILE_STATEMENT, DO_STATEMENT, FOR_STATEMENT -> {
                int condition = tree.child(node, file.fields.condition());
                if (condition >= 0) {
                    expressions.condition(condition);
                }
            }
            case VARIABLE_DECLARATOR -> statements.declarator(node);
            case ENHANCED_FOR_STATEMENT -> statements.forEach(node);
            case RETURN_STATEMENT -> statements.returns(node);
            case THROW_STATEMENT -> statements.throwing(node);
            case RESOURCE -> statements.resource(node);
            case CATCH_FORMAL_PARAMETER -> statements.catching(node);
            case THROWS -> statements.throwsClause(node);
            case SYNCHRONIZED_STATEMENT -> statements.synchronizing(node);
            case ASSERT_STATEMENT -> statements.assertion(node);
            case EXPRESSION_STATEMENT -> statements.statement(node);
            case BREAK_STATEMENT, CONTINUE_STATEMENT -> statements.jump(node);
            case SWITCH_LABEL -> statements.label(node);
            case ANNOTATION_TYPE_ELEMENT_DECLARATION -> declarations.element(node);
            default -> {}
        }
    }

    private void identifier(int node) {
        switch (tree.kind(tree.parent(node))) {
            case LABELED_STATEMENT, BREAK_STATEMENT, CONTINUE_STATEMENT -> {
                return;
            }
            default -> {}
        }
        if (file.syntax.variable(node) >= 0) {
            variables.declared(node);
        } else if (file.syntax.expression(node) >= 0) {
            names.name(node);
            variables.used(node);
        } else if (tree.is(tree.parent(node), JavaNode.VARIABLE_DECLARATOR)
                || tree.is(tree.parent(node), JavaNode.ENUM_CONSTANT)) {
            declarations.field(node);
        } else if (file.around(node, JavaNode.ANNOTATION) >= 0) {
            names.inAnnotation(node);
        }
    }
}
