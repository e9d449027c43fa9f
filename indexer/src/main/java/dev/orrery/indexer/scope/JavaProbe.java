package dev.orrery.indexer.scope;

import dev.orrery.api.Scope.Place;
import dev.orrery.indexer.link.java.CaretForm.Want;
import dev.orrery.indexer.scope.JavaCaret.Written;
import dev.orrery.indexer.scope.JavaFrames.Frame;
import dev.orrery.indexer.scope.JavaFrames.Kind;
import java.util.List;

/**
 * A text that can be parsed in place of one that is half written: a call of {@link #NAME} stands at the caret, what is open
 * there is closed, and of all other bodies only the braces are left, since they declare nothing that others could name.
 */
final class JavaProbe {
    /** The name of the call that marks the caret. */
    static final String NAME = "caret$$";

    private static final String CALL = NAME + "()";
    private static final String METHOD = " caret$$m(){" + CALL + ";}";

    private final JavaTokens before;
    private final JavaFrames frames;
    private final Written written;
    private final StringBuilder text = new StringBuilder();

    private JavaProbe(JavaTokens before, JavaFrames frames, Written written) {
        this.before = before;
        this.frames = frames;
        this.written = written;
    }

    /**
     * Makes the text.
     *
     * @param rest the text behind the caret, without the rest of the word at it
     */
    static Result of(JavaTokens before, JavaFrames frames, Written written, String rest) {
        JavaTokens after = JavaTokens.of(rest);
        int resume = new JavaRest(before, frames, after, rest).resume();
        JavaProbe probe = new JavaProbe(before, frames, written);
        probe.toCaret();
        boolean whole = probe.rest(after, resume);
        return new Result(probe.text.toString(), whole);
    }

    /**
     * A text to parse.
     *
     * @param isWhole whether the types around the caret end in the text
     */
    record Result(String text, boolean isWhole) {}

    private void toCaret() {
        int end = before.count();
        switch (written.completion()) {
            case NONE -> frames.append(text, 0, end);
            case VALUE -> {
                frames.append(text, 0, end);
                value();
                close();
            }
            case INSTEAD -> instead();
            case HEAD -> {
                if (frames.brace().role.equals("@interface")) {
                    instead();
                } else {
                    head(end);
                }
            }
        }
    }

    private void value() {
        boolean label = frames.top().label && written.place() == Place.EXPRESSION;
        boolean resource = frames.top().role.equals("try") && written.place() == Place.STATEMENT;
        if (resource) {
            text.append(" var caret$$v=");
        }
        text.append(label ? " (" + CALL + ")" : written.place() == Place.MEMBER ? CALL : " " + CALL);
    }

    /** Closes all that is open inside of the innermost declarations' braces. */
    private void close() {
        List<Frame> stack = frames.stack();
        int containers = frames.containers();
        for (int i = stack.size() - 1; i >= containers; i--) {
            Frame frame = stack.get(i);
            text.append(" :null".repeat(frame.questions));
            switch (frame.kind) {
                case INDEX -> text.append(']');
                case ARRAY -> text.append('}');
                case PARENTHESES -> parentheses(frame);
                case SWITCH -> {
                    boolean ended = i + 1 < stack.size() && isEnded(stack.get(i + 1));
                    text.append(frame.label ? frame.arrow ? "->{}}" : ":}" : ended ? "}" : ";}");
                }
                case BLOCK -> text.append(";}").append(tail(frame.role));
                case TYPE, ENUM, FILE -> text.append(";}");
            }
        }
        text.append(" :null".repeat(stack.get(containers - 1).questions)).append(';');
    }

    /** Whether a frame's closing brace ends its statement or rule. */
    private static boolean isEnded(Frame frame) {
        return frame.kind == Kind.BLOCK && !frame.continues;
    }

    private void parentheses(Frame frame) {
        switch (frame.role) {
            case "for" ->
                text.append(frame.colon ? "" : ";".repeat(Math.max(0, 2 - frame.semicolons)))
                        .append("){}");
            case "if", "while", "switch", "synchronized", "try" -> text.append("){}");
            case "catch" -> text.append(" e){}");
            default -> text.append(')');
        }
    }

    private static String tail(String role) {
        return switch (role) {
            case "do" -> "while(true);";
            case "try" -> "finally{}";
            default -> "";
        };
    }

    /** Leaves out the statement that was begun and puts the call in its place. */
    private void instead() {
        Frame brace = frames.brace();
        if (brace.kind.isContainer()) {
            frames.append(text, 0, brace.start);
            boolean method = brace.kind != Kind.FILE && !brace.role.equals("@interface");
            text.append(method ? " void" + METHOD : " class caret$${void" + METHOD + "}");
            closeTo(brace);
            return;
        }
        boolean caught = frames.top().role.equals("catch") && frames.top().kind == Kind.PARENTHESES;
        frames.append(text, 0, caught ? before.count() : brace.start);
        if (caught) {
            text.append(" Exception caret$$e){").append(CALL).append(";}");
        } else {
            text.append(brace.kind == Kind.SWITCH ? brace.arrow ? " default->" : " default:" : " ")
                    .append(CALL);
        }
        closeTo(brace);
    }

    /** Closes what is open around a statement or declaration that was put in place of the last one of a frame. */
    private void closeTo(Frame brace) {
        List<Frame> stack = frames.stack();
        while (stack.getLast() != brace) {
            stack.removeLast();
        }
        brace.label = false;
        brace.questions = 0;
        if (frames.containers() < stack.size()) {
            close();
        }
    }

    /** Completes the head of a declaration to one that has the call in its body. */
    private void head(int end) {
        Frame brace = frames.brace();
        int start = brace.start;
        frames.append(text, 0, end);
        boolean type = frames.declares(start, end, "class")
                || frames.declares(start, end, "interface")
                || frames.declares(start, end, "enum")
                || frames.declares(start, end, "record");
        int angles = angles(start, end);
        String name = before.mark(end - 1) == '@' ? "Deprecated Object" : " Object";
        if (frames.top().kind == Kind.PARENTHESES) {
            text.append(name).append(">".repeat(angles)).append(" caret$$p)");
            text.append(type ? "{void" + METHOD + "}" : "{" + CALL + ";}");
        } else if (type) {
            text.append(name)
                    .append(">".repeat(angles))
                    .append("{void")
                    .append(METHOD)
                    .append('}');
        } else if (written.want() == Want.THROWABLE) {
            text.append(" Exception{").append(CALL).append(";}");
        } else if (angles > 0 && !before.isWord(first(start, end) - 1) || opensHead(start, end)) {
            text.append(name).append(">".repeat(angles)).append(" Object").append(METHOD);
        } else if (brace.kind == Kind.FILE) {
            text.append(before.mark(end - 1) == '@' ? "Deprecated " : " ")
                    .append("class caret$${void")
                    .append(METHOD)
                    .append('}');
        } else {
            text.append(name).append(">".repeat(angles)).append(METHOD);
        }
        closeTo(brace);
    }

    /** Whether the angle bracket that is open first opens the type parameters of a method. */
    private boolean opensHead(int start, int end) {
        int first = first(start, end);
        return first >= 0
                && (first == start
                        || before.isAny(
                                first - 1, "public", "private", "protected", "static", "final", "abstract", "default"));
    }

    private int first(int start, int end) {
        int depth = 0;
        int first = -1;
        for (int token = start; token < end; token++) {
            if (before.mark(token) == '<' && depth++ == 0) {
                first = token;
            } else if (before.mark(token) == '>') {
                depth = Math.max(0, depth - 1);
            }
        }
        return depth > 0 ? first : -1;
    }

    private int angles(int start, int end) {
        int depth = 0;
        for (int token = start; token < end; token++) {
            depth += before.mark(token) == '<' ? 1 : before.mark(token) == '>' ? -1 : 0;
        }
        return Math.max(0, depth);
    }

    /** Appends the declarations behind the one at the caret and closes what the text leaves open; whether it left nothing. */
    private boolean rest(JavaTokens after, int from) {
        List<Frame> containers = frames.stack().subList(0, frames.containers());
        JavaFrames behind = JavaFrames.behind(after, from, containers);
        behind.append(text, from, behind.end());
        List<Frame> open = behind.stack();
        for (int i = open.size() - 1; i > 0; i--) {
            text.append(open.get(i).kind == Kind.PARENTHESES ? ")" : open.get(i).kind == Kind.INDEX ? "]" : "}");
        }
        return open.size() == 1;
    }
}
