package dev.orrery.indexer.parse.java;

import dev.orrery.indexer.parse.Grammar;

/** The field ids of the Java grammar by name. */
public record JavaFields(
        int name,
        int type,
        int body,
        int parameters,
        int typeParameters,
        int superclass,
        int interfaces,
        int dimensions,
        int declarator,
        int value,
        int object,
        int arguments,
        int field,
        int array,
        int index,
        int left,
        int right,
        int operator,
        int operand,
        int condition,
        int consequence,
        int alternative,
        int pattern,
        int constructor,
        int init,
        int resources) {
    static JavaFields of(Grammar grammar) {
        return new JavaFields(
                grammar.field("name"),
                grammar.field("type"),
                grammar.field("body"),
                grammar.field("parameters"),
                grammar.field("type_parameters"),
                grammar.field("superclass"),
                grammar.field("interfaces"),
                grammar.field("dimensions"),
                grammar.field("declarator"),
                grammar.field("value"),
                grammar.field("object"),
                grammar.field("arguments"),
                grammar.field("field"),
                grammar.field("array"),
                grammar.field("index"),
                grammar.field("left"),
                grammar.field("right"),
                grammar.field("operator"),
                grammar.field("operand"),
                grammar.field("condition"),
                grammar.field("consequence"),
                grammar.field("alternative"),
                grammar.field("pattern"),
                grammar.field("constructor"),
                grammar.field("init"),
                grammar.field("resources"));
    }
}
