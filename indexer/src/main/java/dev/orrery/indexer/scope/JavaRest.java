package dev.orrery.indexer.scope;

import dev.orrery.indexer.scope.JavaFrames.Frame;
import dev.orrery.indexer.scope.JavaFrames.Kind;
import java.util.List;

/**
 * Finds in the text behind a caret where the declaration at the caret ends. Where brackets do not match, a brace as far from the
 * margin as the declaration is taken for its end.
 */
final class JavaRest {
    private final JavaTokens before;
    private final JavaFrames frames;
    private final JavaTokens after;
    private final boolean sameLine;

    /** @param rest the text behind the caret */
    JavaRest(JavaTokens before, JavaFrames frames, JavaTokens after, String rest) {
        this.before = before;
        this.frames = frames;
        this.after = after;
        int line = rest.indexOf('\n');
        this.sameLine = after.count() > 0 && (line < 0 || after.start(0) < line);
    }

    /** The first token behind the declaration. */
    int resume() {
        List<Frame> inner =
                frames.stack().subList(frames.containers(), frames.stack().size());
        if (inner.isEmpty()) {
            return sameLine ? endOfMember(0) : 0;
        }
        int balanced = closed(inner);
        if (balance(balanced) == 1 - frames.containers()) {
            return balanced;
        }
        int indented = indented();
        return indented < 0 ? balanced : indented;
    }

    /** The token behind the one that closes the outermost of the frames. */
    private int closed(List<Frame> inner) {
        int braces = 0;
        for (Frame frame : inner) {
            braces += frame.kind.isBrace() ? 1 : 0;
        }
        boolean block = inner.getFirst().kind == Kind.BLOCK;
        if (braces == 0) {
            return endOfMember(0);
        }
        for (int token = 0; token < after.count(); token++) {
            braces += brace(token);
            if (braces == 0) {
                return block ? token + 1 : endOfMember(token + 1);
            }
        }
        return after.count();
    }

    private int brace(int token) {
        char mark = after.mark(token);
        return mark == '{' ? 1 : mark == '}' ? -1 : 0;
    }

    private int balance(int from) {
        int balance = 0;
        for (int token = from; token < after.count(); token++) {
            balance += brace(token);
        }
        return balance;
    }

    /** The token behind a closing brace that begins a line below the beginning of the declaration, or -1. */
    private int indented() {
        int start = frames.stack().get(frames.containers() - 1).start;
        if (start >= before.count() || !before.startsLine(start)) {
            return -1;
        }
        int column = before.column(start);
        for (int token = 1; token < after.count(); token++) {
            if (after.mark(token) == '}' && after.startsLine(token) && after.column(token) == column) {
                return token + 1;
            }
        }
        return -1;
    }

    /** The token behind a member that goes on at {@code from}: behind its semicolon or body, or at the end of what it stands in. */
    private int endOfMember(int from) {
        int braces = 0;
        for (int token = from; token < after.count(); token++) {
            if (after.mark(token) == ';' && braces == 0) {
                return token + 1;
            }
            braces += brace(token);
            if (braces < 0) {
                return token;
            }
            if (braces == 0 && after.mark(token) == '}') {
                return token + 1;
            }
        }
        return after.count();
    }
}
