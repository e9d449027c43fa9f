package dev.orrery.api;

/** What a symbol is. The order is part of the on-disk format: append, never reorder. */
public enum SymbolKind {
    NAMESPACE,
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION,
    STRUCT,
    TRAIT,
    OBJECT,
    TYPE_ALIAS,
    METHOD,
    CONSTRUCTOR,
    FUNCTION,
    /** The code that runs in field and static initialisers, or at the top level of a script. */
    INITIALIZER,
    FIELD,
    ENUM_CONSTANT,
    MACRO;

    /** Whether a symbol of this kind declares a type. */
    public boolean isType() {
        return switch (this) {
            case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION, STRUCT, TRAIT, OBJECT, TYPE_ALIAS -> true;
            case NAMESPACE, METHOD, CONSTRUCTOR, FUNCTION, INITIALIZER, FIELD, ENUM_CONSTANT, MACRO -> false;
        };
    }

    /** Whether a symbol of this kind contains statements and can therefore call. */
    public boolean isCallable() {
        return switch (this) {
            case METHOD, CONSTRUCTOR, FUNCTION, INITIALIZER, MACRO -> true;
            case NAMESPACE,
                    CLASS,
                    INTERFACE,
                    ENUM,
                    RECORD,
                    ANNOTATION,
                    STRUCT,
                    TRAIT,
                    OBJECT,
                    TYPE_ALIAS,
                    FIELD,
                    ENUM_CONSTANT -> false;
        };
    }
}
