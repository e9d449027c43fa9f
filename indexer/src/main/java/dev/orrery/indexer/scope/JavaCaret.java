package dev.orrery.indexer.scope;

import dev.orrery.api.Scope.Place;
import dev.orrery.indexer.link.java.CaretForm.Want;
import dev.orrery.indexer.scope.JavaFrames.Frame;
import dev.orrery.indexer.scope.JavaFrames.Kind;
import java.util.Set;

/**
 * Tells from the tokens before a caret what is being written there. The grammar is not followed, only as much of the last
 * tokens and of the open brackets as decides.
 */
final class JavaCaret {
    private static final Set<String> MODIFIERS = Set.of(
            "public",
            "private",
            "protected",
            "static",
            "final",
            "abstract",
            "synchronized",
            "native",
            "default",
            "transient",
            "volatile",
            "strictfp",
            "sealed",
            "non");
    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double", "void", "var");

    /** How a caret's text becomes one that can be parsed. */
    enum Completion {
        /** It needs not be parsed. */
        NONE,
        /** A value is put at the caret. */
        VALUE,
        /** What was begun last is left out and another statement or declaration put in its place. */
        INSTEAD,
        /** The head of a declaration is completed. */
        HEAD
    }

    /** What is written at the caret. */
    record Written(Place place, Want want, String path, Completion completion) {}

    private final JavaTokens tokens;
    private final JavaFrames frames;
    private final int last;

    JavaCaret(JavaTokens before, JavaFrames frames) {
        this.tokens = before;
        this.frames = frames;
        this.last = before.count() - 1;
    }

    /** Whether the caret stands among the declarations of a type, in no initialiser. */
    private boolean inHead() {
        return frames.top().kind.isContainer() && !frames.top().assigned;
    }

    /** Whether the caret stands in the parentheses of a method's or record's parameters. */
    private boolean inParameters() {
        Frame around = frames.brace();
        return frames.top().kind == Kind.PARENTHESES
                && frames.stack().indexOf(around) == frames.stack().size() - 2
                && around.kind.isContainer()
                && !around.assigned
                && !frames.top().role.equals("@")
                && !(around.kind == Kind.ENUM && !around.constantsEnded);
    }

    Written written() {
        int before = last - 2 * parts(last);
        boolean statics = tokens.is(before, "static") && tokens.is(before - 1, "import");
        if (statics || tokens.isAny(before, "import", "package")) {
            String path = path(last);
            return new Written(Place.IMPORT, statics ? Want.STATIC_IMPORTED : Want.IMPORTED, path, Completion.INSTEAD);
        }
        if (tokens.mark(last) == '.') {
            return afterDot();
        }
        if (tokens.is(last, "::")) {
            return new Written(Place.MEMBER, Want.ANYTHING, "", Completion.VALUE);
        }
        if (tokens.isWord(last)) {
            return afterWord(tokens.text(last));
        }
        if (tokens.isLiteral(last)) {
            return nothing(Place.UNKNOWN);
        }
        return afterMark();
    }

    private static Written nothing(Place place) {
        return new Written(place, Want.ANYTHING, "", Completion.NONE);
    }

    private Written value(Want want) {
        return new Written(Place.EXPRESSION, want, "", Completion.VALUE);
    }

    private Written type(Want want) {
        return type(want, "");
    }

    private Written type(Want want, String path) {
        boolean head = inHead() || inParameters();
        Completion completion = head ? Completion.HEAD : Completion.INSTEAD;
        return new Written(Place.TYPE, want, path, want == Want.CREATED ? Completion.VALUE : completion);
    }

    /** The dotted name that ends with the dot {@code dot}. */
    private String path(int dot) {
        StringBuilder path = new StringBuilder();
        for (int at = dot; tokens.mark(at) == '.' && tokens.isWord(at - 1); at -= 2) {
            path.insert(0, tokens.text(at - 1) + (path.isEmpty() ? "" : "."));
        }
        return path.toString();
    }

    private int parts(int dot) {
        int parts = 0;
        while (tokens.mark(dot - 2 * parts) == '.' && tokens.isWord(dot - 2 * parts - 1)) {
            parts++;
        }
        return parts;
    }

    private Written afterDot() {
        if (tokens.mark(last - 1) == '.') {
            return nothing(Place.DECLARATION);
        }
        int at = last - 2 * parts(last);
        boolean names = tokens.isWord(at + 1);
        if (names && tokens.is(at, "new")) {
            return type(Want.CREATED, path(last));
        }
        if (names
                && (tokens.isAny(at, "extends", "implements", "permits", "throws", "instanceof", "@")
                        || inHead()
                        || inParameters()
                        || tokens.mark(at) == '<' && isGeneric(at))) {
            return type(Want.ANYTHING, path(last));
        }
        return new Written(Place.MEMBER, Want.SURROUNDINGS, "", Completion.VALUE);
    }

    private Written afterWord(String word) {
        switch (word) {
            case "class", "interface", "enum" -> {
                return nothing(Place.DECLARATION);
            }
            case "new" -> {
                boolean thrown = tokens.is(last - 1, "throw");
                return thrown ? new Written(Place.TYPE, Want.THROWABLE, "", Completion.VALUE) : type(Want.CREATED);
            }
            case "throws" -> {
                return type(Want.THROWABLE);
            }
            case "extends", "implements", "permits", "super", "instanceof" -> {
                return word.equals("super") && !isWildcard(last) ? nothing(Place.UNKNOWN) : type(Want.ANYTHING);
            }
            case "return", "yield", "throw", "case", "when" -> {
                boolean name = word.equals("when") && !frames.top().label;
                if (word.equals("case")) {
                    return value(Want.LABEL);
                }
                return name ? declared() : value(word.equals("throw") ? Want.THROWABLE : Want.SURROUNDINGS);
            }
            case "assert" -> {
                return value(Want.BOOLEAN);
            }
            case "else", "do" -> {
                return statement();
            }
            case "this",
                    "true",
                    "false",
                    "null",
                    "break",
                    "continue",
                    "goto",
                    "try",
                    "finally",
                    "if",
                    "while",
                    "for",
                    "switch",
                    "catch",
                    "package",
                    "import" -> {
                return nothing(Place.UNKNOWN);
            }
            default -> {
                if (MODIFIERS.contains(word)) {
                    return type(Want.ANYTHING);
                }
                return Character.isDigit(word.charAt(0)) ? nothing(Place.UNKNOWN) : declared();
            }
        }
    }

    private boolean isWildcard(int token) {
        return tokens.mark(token - 1) == '?';
    }

    /** A name after a type: what is declared; otherwise nothing can be said. */
    private Written declared() {
        return nothing(
                PRIMITIVES.contains(tokens.text(last))
                                || tokens.mark(last - 1) != ')'
                                || isAnnotation(frames.match(last - 1))
                        ? Place.DECLARATION
                        : Place.UNKNOWN);
    }

    private Written statement() {
        Frame brace = frames.brace();
        if (frames.top().kind.isContainer()) {
            boolean constants = brace.kind == Kind.ENUM && !brace.constantsEnded;
            return constants
                    ? nothing(Place.DECLARATION)
                    : new Written(Place.STATEMENT, Want.ANYTHING, "", Completion.HEAD);
        }
        if (frames.top().kind == Kind.ARRAY) {
            return value(Want.SURROUNDINGS);
        }
        boolean label = frames.top().kind == Kind.SWITCH && !tokens.is(last, "->") && tokens.mark(last) != ':';
        boolean more = label && frames.top().start > frames.top().open + 1 && !frames.top().arrow;
        return label && !more
                ? nothing(Place.UNKNOWN)
                : new Written(Place.STATEMENT, Want.ANYTHING, "", Completion.VALUE);
    }

    private Written afterMark() {
        Frame top = frames.top();
        char mark = tokens.mark(last);
        return switch (mark) {
            case 0 -> last < 0 ? statement() : value(Want.SURROUNDINGS); // the arrow of a lambda, or of a rule
            case ';' ->
                top.kind == Kind.PARENTHESES
                        ? top.role.equals("try")
                                ? statement()
                                : value(top.semicolons == 1 ? Want.BOOLEAN : Want.ANYTHING)
                        : statement();
            case '{', '}' -> mark == '}' && top.start != last + 1 ? nothing(Place.UNKNOWN) : statement();
            case '@' -> type(Want.ANNOTATION);
            case '(' -> afterOpening(top);
            case ')' -> afterClosing();
            case '[' -> value(Want.INT);
            case ']' -> tokens.mark(last - 1) == '[' ? nothing(Place.DECLARATION) : nothing(Place.UNKNOWN);
            case '<' -> isGeneric(last) ? argumentOf(last) : value(Want.NUMBER);
            case '>' -> afterGreater();
            case ',' -> afterComma(top);
            case ':' -> top.kind.isBrace() && top.start == last + 1 ? statement() : value(Want.SURROUNDINGS);
            case '?' ->
                tokens.mark(last - 1) == '<' || tokens.mark(last - 1) == ','
                        ? nothing(Place.UNKNOWN)
                        : value(Want.SURROUNDINGS);
            case '&' ->
                tokens.mark(last - 1) == '&'
                        ? value(Want.BOOLEAN)
                        : angle(last) >= 0 ? type(Want.ANYTHING) : value(Want.ANYTHING);
            case '|' ->
                tokens.mark(last - 1) == '|'
                        ? value(Want.BOOLEAN)
                        : top.role.equals("catch") ? type(Want.THROWABLE) : value(Want.ANYTHING);
            case '!' -> value(Want.BOOLEAN);
            case '=' -> afterEquals();
            case '-', '*', '/', '%' -> value(Want.NUMBER);
            default -> value(Want.ANYTHING);
        };
    }

    private Written afterEquals() {
        char before = tokens.touchesNext(last - 1) ? tokens.mark(last - 1) : 0;
        return switch (before) {
            case '=', '!' -> value(Want.SAME);
            case '<', '>' -> value(Want.NUMBER);
            default -> value(before == '+' ? Want.ANYTHING : Want.SURROUNDINGS);
        };
    }

    private Written afterOpening(Frame top) {
        return switch (top.role) {
            case "if", "while" -> value(Want.BOOLEAN);
            case "for" -> new Written(Place.STATEMENT, Want.ANYTHING, "", Completion.VALUE);
            case "try" -> new Written(Place.STATEMENT, Want.ANYTHING, "", Completion.VALUE);
            case "catch" -> type(Want.THROWABLE);
            case "switch", "synchronized" -> value(Want.ANYTHING);
            default -> inParameters() ? type(Want.ANYTHING) : value(Want.SURROUNDINGS);
        };
    }

    private Written afterClosing() {
        int open = frames.match(last);
        String role = open < 0 || !tokens.isWord(open - 1) ? "" : tokens.text(open - 1);
        if (role.equals("if") || role.equals("while") || role.equals("for")) {
            return statement();
        }
        if (isAnnotation(open)) {
            return frames.top().kind.isContainer() ? statement() : type(Want.ANYTHING);
        }
        boolean cast = open >= 0
                && !tokens.isWord(open - 1)
                && tokens.mark(open - 1) != ')'
                && tokens.mark(open - 1) != ']'
                && tokens.mark(open - 1) != '>';
        return cast || role.equals("return") ? value(Want.ANYTHING) : nothing(Place.UNKNOWN);
    }

    private boolean isAnnotation(int open) {
        int at = open - 1;
        while (tokens.isWord(at) && tokens.mark(at - 1) == '.' && tokens.isWord(at - 2)) {
            at -= 2;
        }
        return tokens.isWord(at) && tokens.mark(at - 1) == '@';
    }

    private Written afterComma(Frame top) {
        if (top.kind == Kind.ARRAY) {
            return value(Want.SURROUNDINGS);
        }
        int angle = angle(last);
        if (angle >= 0) {
            return argumentOf(angle);
        }
        if (top.label) {
            return value(Want.LABEL);
        }
        if (top.kind == Kind.PARENTHESES) {
            return inParameters() ? type(Want.ANYTHING) : value(Want.SURROUNDINGS);
        }
        for (int token = last; token >= top.start; token--) {
            if (tokens.isAny(token, "implements", "extends", "permits", "throws")) {
                return type(tokens.is(token, "throws") ? Want.THROWABLE : Want.ANYTHING);
            }
        }
        return nothing(Place.DECLARATION);
    }

    private Written afterGreater() {
        int open = angle(last - 1);
        if (open < 0) {
            return value(Want.NUMBER);
        }
        if (tokens.mark(open - 1) == '.') {
            return new Written(Place.MEMBER, Want.SURROUNDINGS, "", Completion.VALUE);
        }
        boolean parameters = !tokens.isWord(open - 1) || MODIFIERS.contains(tokens.text(open - 1));
        return parameters ? type(Want.ANYTHING) : nothing(Place.DECLARATION);
    }

    /** The angle bracket that is open before the token {@code from} is read, where only types stand behind it; or -1. */
    private int angle(int from) {
        int depth = 0;
        for (int token = from; token >= 0; token--) {
            char mark = tokens.mark(token);
            if (mark == '>') {
                depth++;
            } else if (mark == '<' && depth-- == 0) {
                return isGeneric(token) ? token : -1;
            } else if (mark != '<' && !tokens.isWord(token) && ".,?&[]@".indexOf(mark) < 0
                    || mark == 0 && !tokens.isWord(token)) {
                return -1;
            }
        }
        return -1;
    }

    /** A type in a list of types, or a type parameter that is declared. */
    private Written argumentOf(int angle) {
        boolean method = inHead() && (angle == frames.brace().start || MODIFIERS.contains(tokens.text(angle - 1)));
        boolean type = tokens.isAny(angle - 2, "class", "interface", "record");
        return (method || type) && !tokens.isAny(last, "&") ? nothing(Place.DECLARATION) : type(Want.ANYTHING);
    }

    /** Whether an angle bracket opens a list of types and is no comparison. */
    private boolean isGeneric(int angle) {
        if (!tokens.isWord(angle - 1)) {
            return tokens.mark(angle - 1) == '.' || inHead() || angle == frames.brace().start;
        }
        String word = tokens.text(angle - 1);
        boolean type = Character.isUpperCase(word.charAt(0))
                && (word.length() == 1 || word.chars().anyMatch(Character::isLowerCase));
        return type || MODIFIERS.contains(word) || inHead();
    }
}
