package dev.orrery.indexer.scope;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The brackets that are open at the end of a token list, what each of them holds, and where its last part begins. */
final class JavaFrames {
    /** With more brackets open nothing is told. */
    static final int DEEPEST = 1_000;

    /** What a pair of brackets holds; the whole file is one. */
    enum Kind {
        FILE,
        TYPE,
        ENUM,
        BLOCK,
        SWITCH,
        ARRAY,
        PARENTHESES,
        INDEX;

        /** Whether it holds declarations. */
        boolean isContainer() {
            return this == FILE || this == TYPE || this == ENUM;
        }

        boolean isBrace() {
            return this != PARENTHESES && this != INDEX;
        }
    }

    /** An open bracket. */
    static final class Frame {
        final Kind kind;
        /** The bracket; -1 for the file. */
        final int open;
        /** The word before it, {@code @} for an annotation's parentheses; otherwise empty. */
        final String role;
        /** Whether the statement or declaration goes on behind the closing bracket. */
        final boolean continues;
        /** The first token of the statement, declaration or argument at the end. */
        int start;
        /** Whether the statement at the end is a label of a switch that is not yet ended. */
        boolean label;
        /** Whether labels of a switch end with an arrow. */
        boolean arrow;
        /** Whether a colon stood in the parentheses of a for statement. */
        boolean colon;
        /** Whether what is declared at the end is given a value. */
        boolean assigned;
        /** Whether the constants of an enum have ended. */
        boolean constantsEnded;

        int questions;
        int semicolons;

        Frame(Kind kind, int open, String role, boolean continues) {
            this.kind = kind;
            this.open = open;
            this.role = role;
            this.continues = continues;
            this.start = open + 1;
        }

        void begin(int token) {
            start = token;
            label = false;
            assigned = false;
            questions = 0;
        }
    }

    private final JavaTokens tokens;
    private final List<Frame> stack = new ArrayList<>();
    private final int[] match;
    private int[] blanks = new int[64];
    private int blankCount;

    private int end;
    private int deepest;

    private JavaFrames(JavaTokens tokens) {
        this.tokens = tokens;
        match = new int[tokens.count()];
        Arrays.fill(match, -1);
    }

    static JavaFrames of(JavaTokens tokens) {
        JavaFrames frames = new JavaFrames(tokens);
        frames.stack.add(new Frame(Kind.FILE, -1, "", false));
        for (int token = 0; token < tokens.count() && frames.deepest <= DEEPEST; token++) {
            frames.take(token);
        }
        frames.end = tokens.count();
        return frames;
    }

    /** What is open behind a place among declarations, until the file's own are reached or the tokens end. */
    static JavaFrames behind(JavaTokens tokens, int from, List<Frame> containers) {
        JavaFrames frames = new JavaFrames(tokens);
        for (Frame container : containers) {
            Frame open = new Frame(container.kind, -1, "", container.continues);
            open.constantsEnded = container.constantsEnded;
            open.begin(from);
            frames.stack.add(open);
        }
        frames.end = from;
        while (frames.end < tokens.count() && frames.deepest <= DEEPEST) {
            frames.take(frames.end++);
        }
        return frames;
    }

    /** One past the last token that was looked at. */
    int end() {
        return end;
    }

    /** Whether names may be missing: the grammar reads no record pattern of a qualified type, and in a type's head its members are not read. */
    boolean isBlurred() {
        int start = stack.get(containers() - 1).start;
        boolean head =
                containers() == stack.size() || top().kind == Kind.PARENTHESES && containers() == stack.size() - 1;
        boolean blurred = head && declaresType(start, tokens.count());
        for (int token = start; token < tokens.count() && !blurred; token++) {
            if (tokens.isAny(token, "instanceof", "case")) {
                blurred = isQualifiedPattern(token + 1);
            }
        }
        return blurred;
    }

    private boolean isQualifiedPattern(int token) {
        int at = token;
        while (tokens.isWord(at) && tokens.mark(at + 1) == '.') {
            at += 2;
        }
        return at > token && tokens.isWord(at) && tokens.mark(at + 1) == '(';
    }

    /** Whether a class is open in a body. */
    boolean hasLocalClass() {
        return stack.subList(containers(), stack.size()).stream().anyMatch(frame -> frame.kind.isContainer());
    }

    /** How many were open at once, where those were not too many to go on. */
    int deepest() {
        return deepest;
    }

    /** Whether the declaration at the end says that its code belongs to a class rather than an object. */
    boolean isStatic() {
        int at = stack.size() - 1;
        while (!stack.get(at).kind.isContainer()) {
            at--;
        }
        Frame container = stack.get(at);
        for (int token = container.start; token < tokens.count() && tokens.isWord(token); token++) {
            if (tokens.is(token, "static")) {
                return true;
            }
        }
        return container.kind == Kind.ENUM && !container.constantsEnded;
    }

    /** The frames, the file first. */
    List<Frame> stack() {
        return stack;
    }

    Frame top() {
        return stack.getLast();
    }

    /** The innermost frame of braces, or the file. */
    Frame brace() {
        for (int i = stack.size() - 1; i > 0; i--) {
            if (stack.get(i).kind.isBrace()) {
                return stack.get(i);
            }
        }
        return stack.getFirst();
    }

    /** How many frames, from the file on, hold declarations. */
    int containers() {
        int count = 0;
        while (count < stack.size() && stack.get(count).kind.isContainer()) {
            count++;
        }
        return count;
    }

    /** The opening bracket of a closing one, or -1. */
    int match(int token) {
        return token < 0 ? -1 : match[token];
    }

    /** Appends tokens, the insides of bodies that have ended left out. */
    void append(StringBuilder into, int from, int to) {
        int at = from;
        for (int i = 0; i < blankCount; i++) {
            if (blanks[2 * i] >= at && blanks[2 * i + 1] <= to) {
                tokens.append(into, at, blanks[2 * i]);
                at = blanks[2 * i + 1];
            }
        }
        tokens.append(into, at, to);
    }

    private void take(int token) {
        if (tokens.isWord(token)) {
            Frame top = top();
            top.label |= top.kind == Kind.SWITCH && token == top.start && tokens.isAny(token, "case", "default");
            return;
        }
        if (tokens.is(token, "->")) {
            Frame top = top();
            if (top.label) {
                top.arrow = true;
                top.begin(token + 1);
            }
            return;
        }
        switch (tokens.mark(token)) {
            case '(' -> push(Kind.PARENTHESES, token, role(token - 1), true);
            case '[' -> push(Kind.INDEX, token, "", true);
            case '{' -> openBrace(token);
            case ')' -> closeWithin(token, Kind.PARENTHESES);
            case ']' -> closeWithin(token, Kind.INDEX);
            case '}' -> closeBrace(token);
            case ';' -> semicolon(token);
            case ',' -> comma(token);
            case '=' -> top().assigned = true;
            case '?' -> top().questions += tokens.mark(token - 1) == '<' || tokens.mark(token - 1) == ',' ? 0 : 1;
            case ':' -> colon(token);
            default -> {}
        }
    }

    private void push(Kind kind, int token, String role, boolean continues) {
        deepest = Math.max(deepest, stack.size());
        stack.add(new Frame(kind, token, role, continues));
    }

    private String role(int before) {
        if (!tokens.isWord(before)) {
            return "";
        }
        int at = before;
        while (tokens.mark(at - 1) == '.' && tokens.isWord(at - 2)) {
            at -= 2;
        }
        return tokens.mark(at - 1) == '@' ? "@" : tokens.text(before);
    }

    private void semicolon(int token) {
        if (top().kind == Kind.PARENTHESES
                && (top().role.equals("for") || top().role.equals("try"))) {
            top().semicolons++;
            top().begin(token + 1);
            return;
        }
        while (!top().kind.isBrace()) {
            stack.removeLast(); // it was never closed
        }
        top().constantsEnded |= top().kind == Kind.ENUM;
        top().begin(token + 1);
    }

    private void comma(int token) {
        Frame top = top();
        boolean separates = top.kind == Kind.PARENTHESES || top.kind == Kind.ARRAY || top.kind == Kind.INDEX;
        if (separates || top.kind == Kind.ENUM && !top.constantsEnded) {
            top.begin(token + 1);
        }
    }

    private void colon(int token) {
        Frame top = top();
        if (top.questions > 0) {
            top.questions--;
        } else if (top.label || top.kind == Kind.BLOCK && token == top.start + 1) {
            top.begin(token + 1);
        } else if (top.kind == Kind.PARENTHESES && top.role.equals("for")) {
            top.colon = true;
            top.begin(token + 1);
        }
    }

    private void closeWithin(int token, Kind kind) {
        int at = stack.size() - 1;
        while (at > 0 && !stack.get(at).kind.isBrace() && stack.get(at).kind != kind) {
            at--;
        }
        if (stack.get(at).kind == kind) {
            match[token] = stack.get(at).open;
            stack.subList(at, stack.size()).clear();
        }
    }

    private void closeBrace(int token) {
        while (!top().kind.isBrace()) {
            stack.removeLast();
        }
        if (stack.size() == 1) {
            top().begin(token + 1);
            return;
        }
        Frame closed = stack.removeLast();
        match[token] = closed.open;
        if (!closed.continues && top().kind.isBrace()) {
            top().begin(token + 1);
        }
        if (closed.kind == Kind.BLOCK && containers() == stack.size()) {
            blank(closed.open + 1, token);
        }
    }

    private void blank(int from, int to) {
        if (2 * blankCount == blanks.length) {
            blanks = Arrays.copyOf(blanks, 2 * blanks.length);
        }
        blanks[2 * blankCount] = from;
        blanks[2 * blankCount++ + 1] = to;
    }

    private void openBrace(int token) {
        Frame around = top();
        int before = token - 1;
        boolean inside = !around.kind.isBrace() || around.kind == Kind.ARRAY;
        if (!inside && declaresType(around.start, token)) {
            boolean constants = declares(around.start, token, "enum");
            boolean annotation = isAnnotationType(around.start, token);
            push(constants ? Kind.ENUM : Kind.TYPE, token, annotation ? "@interface" : "", false);
        } else if (tokens.is(before, "->")) {
            push(Kind.BLOCK, token, "->", around.kind != Kind.SWITCH || around.start != token);
        } else if (tokens.mark(before) == ')') {
            afterParentheses(token, around, match(before));
        } else if (inside || tokens.mark(before) == ']' || tokens.mark(before) == '=') {
            push(Kind.ARRAY, token, "", true);
        } else if (around.kind == Kind.ENUM && !around.constantsEnded && tokens.isWord(before)) {
            push(Kind.TYPE, token, "", true);
        } else {
            push(Kind.BLOCK, token, tokens.isWord(before) ? tokens.text(before) : "", false);
        }
    }

    private void afterParentheses(int token, Frame around, int open) {
        String role = open < 0 ? "" : role(open - 1);
        switch (role) {
            case "switch" -> push(Kind.SWITCH, token, role, !around.kind.isBrace() || open - 1 != around.start);
            case "if", "while", "for", "catch", "try", "synchronized" -> push(Kind.BLOCK, token, role, false);
            default -> {
                boolean constant = around.kind == Kind.ENUM && !around.constantsEnded;
                boolean created = constant || !around.kind.isContainer() || around.assigned;
                push(created ? Kind.TYPE : Kind.BLOCK, token, "", created);
            }
        }
    }

    private boolean isAnnotationType(int from, int to) {
        for (int token = from + 1; token < to; token++) {
            if (tokens.is(token, "interface") && tokens.mark(token - 1) == '@') {
                return true;
            }
        }
        return false;
    }

    private boolean declaresType(int from, int to) {
        return declares(from, to, "class")
                || declares(from, to, "interface")
                || declares(from, to, "enum")
                || declares(from, to, "record");
    }

    /** Whether one of the tokens is that keyword, before a name. */
    boolean declares(int from, int to, String keyword) {
        for (int token = from; token < to; token++) {
            if (tokens.is(token, keyword) && tokens.mark(token - 1) != '.' && tokens.isWord(token + 1)) {
                return true;
            }
        }
        return false;
    }
}
