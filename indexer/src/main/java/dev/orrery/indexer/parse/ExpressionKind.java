package dev.orrery.indexer.parse;

/**
 * What an expression is. Each has up to three operands {@code a}, {@code b} and {@code c}; where none is named it is
 * unused. {@code CALL}, {@code LAMBDA} and {@code METHOD_REFERENCE} carry in {@code b} and {@code c} the {@link Context}
 * that they stand in. The order is part of the binary form: append, never reorder.
 */
public enum ExpressionKind {
    /** Anything whose type nobody needs. */
    UNKNOWN(Domain.NUMBER, Domain.NUMBER, Domain.NUMBER),
    /** {@code a}: ordinal of {@link LiteralKind}. */
    LITERAL(Domain.LITERAL, Domain.NUMBER, Domain.NUMBER),
    /** A variable of this file's bodies. {@code a}: variable. */
    LOCAL(Domain.VARIABLE, Domain.NUMBER, Domain.NUMBER),
    /** A simple name that is no local variable: a field, a type, a package, a module. {@code a}: string. */
    NAME(Domain.STRING, Domain.NUMBER, Domain.NUMBER),
    /** A member of something. {@code a}: receiver expression; {@code b}: string of the member's name. */
    FIELD(Domain.EXPRESSION, Domain.STRING, Domain.NUMBER),
    /** A call, {@code new} included. {@code a}: call; {@code b}, {@code c}: context. */
    CALL(Domain.CALL, Domain.NUMBER, Domain.NUMBER),
    /** The current object. {@code a}: type of a qualifier ({@code Outer.this}), or -1. */
    THIS(Domain.OPTIONAL_TYPE, Domain.NUMBER, Domain.NUMBER),
    /** The current object as its supertype. {@code a}: type of a qualifier ({@code Type.super}), or -1. */
    SUPER(Domain.OPTIONAL_TYPE, Domain.NUMBER, Domain.NUMBER),
    /** {@code a}: type; {@code b}: operand expression or -1. Also a declared type that a language asserts. */
    CAST(Domain.TYPE, Domain.OPTIONAL_EXPRESSION, Domain.NUMBER),
    /** {@code a}: row of {@link Lambdas}; {@code b}, {@code c}: context. */
    LAMBDA(Domain.LAMBDA, Domain.NUMBER, Domain.NUMBER),
    /** {@code a}: call of kind {@link CallKind#REFERENCE}; {@code b}, {@code c}: context. */
    METHOD_REFERENCE(Domain.CALL, Domain.NUMBER, Domain.NUMBER),
    /** One of several values. {@code a}: list of expressions or -1. */
    CHOICE(Domain.EXPRESSION_LIST, Domain.NUMBER, Domain.NUMBER),
    /** {@code a}: array or container expression; {@code b}: the place from 1 on, where it is known, otherwise 0. */
    ELEMENT(Domain.EXPRESSION, Domain.NUMBER, Domain.NUMBER),
    /** {@code a}, {@code b}: operands, {@code b} -1 where unary; {@code c}: ordinal of {@link OperatorKind}. */
    OPERATION(Domain.EXPRESSION, Domain.OPTIONAL_EXPRESSION, Domain.OPERATOR),
    /** {@code a}: target expression; {@code b}: value expression or -1. */
    ASSIGNMENT(Domain.EXPRESSION, Domain.OPTIONAL_EXPRESSION, Domain.NUMBER),
    /** A type where an expression may stand, as in {@code int[]::new}, and the type of an array creation. {@code a}: type. */
    TYPE(Domain.TYPE, Domain.NUMBER, Domain.NUMBER),
    /** A value of the given type. {@code a}: type. */
    VALUE(Domain.TYPE, Domain.NUMBER, Domain.NUMBER);

    private static final ExpressionKind[] VALUES = values();

    private final Domain[] operands;

    ExpressionKind(Domain... operands) {
        this.operands = operands;
    }

    Domain operand(int index) {
        return operands[index];
    }

    /** Whether {@code b} and {@code c} carry a {@link Context}. */
    boolean hasContext() {
        return this == CALL || this == LAMBDA || this == METHOD_REFERENCE;
    }

    static ExpressionKind of(int ordinal) {
        return VALUES[ordinal];
    }

    static int count() {
        return VALUES.length;
    }
}
