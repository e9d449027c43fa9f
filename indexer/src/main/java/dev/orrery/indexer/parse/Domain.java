package dev.orrery.indexer.parse;

/** Which values a cell of the facts may hold; what the codec checks before it believes damaged bytes. */
enum Domain {
    NUMBER,
    /** A line; further ones of the same row are near the first. */
    LINE,
    /** A place in the line of the column before. */
    COLUMN,
    /** A number that means something as a whole, of which there are few. */
    LABEL,
    /** The start of a range of rows whose length stands in the next column. */
    START,
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
