package dev.orrery.indexer.parse;

/** Which values a cell of the facts may hold; what the codec checks before it believes damaged bytes. */
enum Domain {
    NUMBER,
    COUNT,
    STRING,
    OPTIONAL_STRING,
    TYPE,
    OPTIONAL_TYPE,
    /** An offset into the lists, whose elements are types; -1 for none. */
    TYPE_LIST,
    EXPRESSION,
    OPTIONAL_EXPRESSION,
    EXPRESSION_LIST,
    DECLARATION,
    OPTIONAL_DECLARATION,
    /** A declaration that stands before this one, or -1. */
    PARENT,
    VARIABLE,
    CALL,
    LAMBDA,
    SYMBOL_KIND,
    LITERAL,
    OPERATOR,
    CALL_KIND,
    ORIGIN,
    FORM,
    EXPRESSION_KIND
}
