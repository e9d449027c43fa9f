package dev.orrery.indexer.link.structural;

import java.util.Locale;

/** Languages whose files call each other, and what their scopes have in common. */
enum Family {
    SCRIPT(Implicit.NEITHER, Guess.MEMBERS),
    PYTHON(Implicit.NEITHER, Guess.MEMBERS),
    GO(Implicit.NEITHER, Guess.MEMBERS),
    RUST(Implicit.NEITHER, Guess.ALL),
    C(Implicit.MEMBERS, Guess.ALL),
    CSHARP(Implicit.MEMBERS, Guess.ALL),
    KOTLIN(Implicit.MEMBERS, Guess.ALL),
    OTHER(Implicit.MEMBERS, Guess.ALL);

    /** Whether a simple name may mean a member of the type around it. */
    enum Implicit {
        MEMBERS,
        NEITHER
    }

    /** What may be found by its name alone. */
    enum Guess {
        /** Members only: a simple name has to be declared or imported. */
        MEMBERS,
        /** Also functions: they need no import, or it does not name them. */
        ALL
    }

    private final Implicit implicit;
    private final Guess guess;

    Family(Implicit implicit, Guess guess) {
        this.implicit = implicit;
        this.guess = guess;
    }

    static Family of(String language) {
        return switch (language.toLowerCase(Locale.ROOT)) {
            case "javascript", "typescript", "tsx", "jsx" -> SCRIPT;
            case "python" -> PYTHON;
            case "go" -> GO;
            case "rust" -> RUST;
            case "c", "cpp" -> C;
            case "csharp", "c-sharp" -> CSHARP;
            case "kotlin" -> KOTLIN;
            default -> OTHER;
        };
    }

    boolean hasImplicitMembers() {
        return implicit == Implicit.MEMBERS;
    }

    /** Whether what the language's own library offers has members of that name, so that it says nothing alone. */
    boolean isCommonMember(String name) {
        return CommonMembers.of(this).contains(name);
    }

    /** Whether files of one folder or package know each other's names. */
    boolean hasNeighbours() {
        return this == GO || this == KOTLIN || this == CSHARP;
    }

    boolean guessesFunctions() {
        return guess == Guess.ALL;
    }
}
