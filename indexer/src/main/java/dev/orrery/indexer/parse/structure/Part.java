package dev.orrery.indexer.parse.structure;

/** Where a rule finds the parts of a node. */
enum Part {
    NAME,
    TYPE,
    BODY,
    PARAMETERS,
    TYPEPARAMETERS,
    SUPER,
    INTERFACES,
    FUNCTION,
    ARGUMENTS,
    OBJECT,
    VALUE
}
