package dev.orrery.indexer.parse.java;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.Positions;
import org.jspecify.annotations.Nullable;

/** One file's extraction: the readers of the parts of the language, which call each other, and what they share. */
final class JavaWalk {
    final JavaTree tree;
    final FactsBuilder facts;
    final @Nullable Positions positions;
    final JavaTypes types;
    final JavaModifiers modifiers;
    final JavaExpressions expressions;
    final JavaCalls calls;
    final JavaPatterns patterns;
    final JavaStatements statements;
    final JavaMembers members;
    final JavaDeclarations declarations;
    final JavaLombok lombok;
    /** What {@code return} and {@code yield} lead to in the body at hand. */
    JavaBody body = JavaBody.NOWHERE;

    final JavaRows rows;

    /** @param positions takes in where expressions and types stand, where that is wanted */
    JavaWalk(JavaTree tree, FactsBuilder facts, @Nullable Positions positions, JavaRows rows) {
        this.tree = tree;
        this.facts = facts;
        this.positions = positions;
        this.rows = rows;
        lombok = new JavaLombok(this);
        types = new JavaTypes(this);
        modifiers = new JavaModifiers(tree);
        expressions = new JavaExpressions(this);
        calls = new JavaCalls(this);
        patterns = new JavaPatterns(this);
        statements = new JavaStatements(this);
        members = new JavaMembers(this);
        declarations = new JavaDeclarations(this);
    }

    void file() {
        if (tree.size() == 0) {
            return;
        }
        for (int node = tree.first(0); node >= 0; node = tree.next(node)) {
            switch (tree.kind(node)) {
                case PACKAGE_DECLARATION -> packageName(node);
                case IMPORT_DECLARATION -> importName(node);
                case MODULE_DECLARATION -> module(node);
                case METHOD_DECLARATION -> members.method(node, JavaMembers.Owner.CLASS);
                case LOCAL_VARIABLE_DECLARATION -> members.fields(node, JavaMembers.Owner.CLASS);
                default -> {
                    if (!declarations.isType(node)) {
                        statements.statement(node);
                    } else {
                        declarations.type(node, JavaMembers.Owner.FILE);
                    }
                }
            }
        }
    }

    private void packageName(int node) {
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            JavaNode kind = tree.kind(child);
            if (kind == JavaNode.IDENTIFIER || kind == JavaNode.SCOPED_IDENTIFIER) {
                facts.packageName(tree.dotted(child));
            }
        }
    }

    private void importName(int node) {
        int flags = 0;
        String path = "";
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            switch (tree.kind(child)) {
                case IDENTIFIER, SCOPED_IDENTIFIER -> path = tree.dotted(child);
                case ASTERISK -> flags |= Imports.ON_DEMAND;
                default -> flags |= tree.textIs(child, "static") ? Imports.STATIC : 0;
            }
        }
        int dot = path.lastIndexOf('.');
        if ((flags & Imports.ON_DEMAND) != 0 || dot < 0) {
            lombok.imported(path, "");
            facts.addImport(flags, path, "", "", tree.start(node));
        } else {
            lombok.imported(path.substring(0, dot), path.substring(dot + 1));
            facts.addImport(flags, path.substring(0, dot), path.substring(dot + 1), "", tree.start(node));
        }
    }

    private void module(int node) {
        int name = tree.child(node, tree.fields().name());
        if (name >= 0) {
            facts.declare(
                    SymbolKind.NAMESPACE, tree.dotted(name), 0, tree.start(name), tree.start(node), tree.end(node));
        }
    }
}
