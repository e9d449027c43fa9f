package dev.orrery.indexer.parse.java;

import java.util.Arrays;

/** Which rows of a file's facts were read at which nodes of its tree; -1 where none was. Kept for files that are looked at closely alone. */
final class JavaRows {
    /** Keeps nothing. */
    static final JavaRows NONE = new JavaRows(new int[0], new int[0], new int[0], new int[0]);

    private final int[] expressions;
    private final int[] variables;
    private final int[] scopes;
    private final int[] declarations;

    private JavaRows(int[] expressions, int[] variables, int[] scopes, int[] declarations) {
        this.expressions = expressions;
        this.variables = variables;
        this.scopes = scopes;
        this.declarations = declarations;
    }

    static JavaRows of(int nodes) {
        return new JavaRows(empty(nodes), empty(nodes), empty(nodes), empty(nodes));
    }

    private static int[] empty(int nodes) {
        int[] rows = new int[nodes];
        Arrays.fill(rows, -1);
        return rows;
    }

    void expression(int node, int row, int scope) {
        if (expressions.length > 0) {
            expressions[node] = row;
            scopes[node] = scope;
        }
    }

    /** The variable that is declared where its name is {@code node}, which may be -1. */
    void variable(int node, int row) {
        if (node >= 0 && variables.length > 0) {
            variables[node] = row;
        }
    }

    /** The type, method, constructor, enum constant or, by its declarator, field that a node declares. */
    void declaration(int node, int row) {
        if (declarations.length > 0) {
            declarations[node] = row;
        }
    }

    /** The declaration around a statement or member. */
    void scope(int node, int declaration) {
        if (scopes.length > 0) {
            scopes[node] = declaration;
        }
    }

    int expressionAt(int node) {
        return expressions[node];
    }

    int declarationAt(int node) {
        return declarations[node];
    }

    int variableAt(int node) {
        return variables[node];
    }

    /** The declaration around the node; see {@link JavaSyntax#scope}. */
    int scopeAt(int node, JavaTree tree) {
        for (int at = node; at >= 0; at = tree.parent(at)) {
            if (scopes[at] >= 0) {
                return scopes[at];
            }
        }
        return -1;
    }
}
