package dev.orrery.indexer.parse.structure;

/** What a node type means to the walk. */
enum Role {
    /** Nothing in it matters. */
    SKIP,
    /** Handed to the language's rules. */
    SPECIAL,
    /** Declares a type. */
    TYPE,
    /** Declares something with parameters and perhaps a body. */
    FUNCTION,
    /** Declares fields or local variables, whichever fits the place. */
    VARIABLE,
    /** A parameter. */
    PARAMETER,
    /** Wraps the declared name, as a pointer does in C. */
    DECLARATOR,
    /** Destructures: declares all names in it. */
    PATTERN,
    /** A list of modifiers. */
    MODIFIERS,
    /** An annotation, attribute or decorator. */
    ANNOTATION,
    /** Bounds the variables declared in it. */
    SCOPE,
    /** Loops over something with a variable. */
    EACH,
    /** Handles what was thrown, with a variable. */
    CATCH,
    CALL,
    NEW,
    MEMBER,
    NAME,
    THIS,
    SUPER,
    STRING,
    INT,
    DOUBLE,
    BOOLEAN,
    NULL,
    LIST,
    MAP,
    /** Has the value of its first named child. */
    SAME,
    CAST,
    ASSIGNMENT,
    ELEMENT,
    CHOICE,
    LAMBDA,
    /** Gives a function's value back. */
    RETURN,
    /** A value of a type that is written. */
    VALUE,
    /** A simple or dotted name of a type. */
    TYPE_NAME,
    TYPE_GENERIC,
    TYPE_ARRAY,
    /** A type around which nothing is wrapped that matters: a pointer, an optional. */
    TYPE_WRAP,
    TYPE_UNION
}
