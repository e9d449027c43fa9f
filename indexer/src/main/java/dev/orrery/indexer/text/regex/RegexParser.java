package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import dev.orrery.indexer.text.regex.Hir.Greed;
import dev.orrery.indexer.text.regex.Hir.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Rust's syntax of regular expressions, as documented for the {@code regex} crate. As in ripgrep, a line's end can be
 * written nowhere and is taken out of every class.
 */
final class RegexParser {
    private static final int DEEPEST = 250;
    private static final CodePoints LINE_END = CodePoints.of('\n');

    private final PatternReader reader;
    private final Escapes escapes;
    private final Set<String> groupNames = new HashSet<>();
    private Flags flags;

    private RegexParser(String pattern, Flags flags) {
        this.reader = new PatternReader(pattern);
        this.escapes = new Escapes(reader);
        this.flags = flags;
    }

    /** @throws OrreryException where the pattern is wrong or uses what is not supported, saying what and where */
    static Hir parse(String pattern, Flags flags) throws OrreryException {
        RegexParser parser = new RegexParser(pattern, flags);
        Hir hir = parser.alternation(0);
        if (parser.reader.peek() == ')') {
            throw parser.reader.problem("unopened");
        }
        return hir;
    }

    private Hir alternation(int depth) throws OrreryException {
        if (depth > DEEPEST) {
            throw reader.problem("deep");
        }
        List<Hir> branches = new ArrayList<>();
        do {
            branches.add(concatenation(depth));
        } while (reader.accept('|'));
        return branches.size() == 1 ? branches.getFirst() : new Hir.Alternate(branches);
    }

    private Hir concatenation(int depth) throws OrreryException {
        List<Hir> items = new ArrayList<>();
        while (true) {
            skipBlanks();
            int next = reader.peek();
            if (next == PatternReader.END || next == '|' || next == ')') {
                return items.size() == 1 ? items.getFirst() : new Hir.Concat(items);
            }
            Hir item = atom(depth);
            if (item != null) {
                items.add(repeated(item));
            } else {
                skipBlanks();
                if (startsRepetition(reader.peek())) {
                    throw reader.problem("repeatnothing");
                }
            }
        }
    }

    private static boolean startsRepetition(int character) {
        return character == '*' || character == '+' || character == '?' || character == '{';
    }

    /** Reads one item; null where it only switched flags. */
    private @Nullable Hir atom(int depth) throws OrreryException {
        int next = reader.peek();
        if (startsRepetition(next)) {
            throw reader.problem("repeatnothing");
        }
        reader.next();
        return switch (next) {
            case '(' -> group(depth);
            case '[' -> set(new ClassParser(reader, escapes, flags).parse(0));
            case '.' -> set(flags.universe());
            case '^' -> look(Assertion.LINE_START);
            case '$' -> look(Assertion.LINE_END);
            case '\\' -> escape();
            default -> literal(next);
        };
    }

    private @Nullable Hir group(int depth) throws OrreryException {
        Flags outer = flags;
        if (reader.accept("?=") || reader.accept("?!") || reader.accept("?<=") || reader.accept("?<!")) {
            throw reader.problem("lookaround");
        }
        if (reader.accept("?P<") || reader.accept("?<")) {
            String name = reader.until('>', "groupname");
            if (!name.matches("[\\p{IsAlphabetic}_][\\p{IsAlphabetic}\\p{IsDigit}_.\\[\\]]*")
                    || !groupNames.add(name)) {
                throw reader.problem("groupname");
            }
        } else if (reader.accept('?') && switchFlags()) {
            return null;
        }
        Hir inner = alternation(depth + 1);
        if (!reader.accept(')')) {
            throw reader.problem("group");
        }
        flags = outer;
        return inner;
    }

    /** Reads flags up to {@code :} or {@code )}; true for the latter, after which there is no group. */
    private boolean switchFlags() throws OrreryException {
        boolean on = true;
        boolean dangling = true;
        while (true) {
            int flag = reader.next();
            if (flag == ':' || flag == ')') {
                if (dangling && !(on && flag == ':' && reader.peek(-2) == '?')) {
                    throw reader.problem("flag");
                }
                return flag == ')';
            }
            if (flag == '-') {
                if (!on) {
                    throw reader.problem("flag");
                }
                on = false;
                dangling = true;
            } else if (flag > 0 && "imsUux".indexOf(flag) >= 0) {
                flags = flags.with(flag, on);
                dangling = false;
            } else {
                throw reader.problem("flag");
            }
        }
    }

    private Hir repeated(Hir item) throws OrreryException {
        Hir result = item;
        for (int nested = 0; ; nested++) {
            skipBlanks();
            if (nested > DEEPEST) {
                throw reader.problem("deep");
            }
            int least = 0;
            int most = -1;
            if (reader.accept('+')) {
                least = 1;
            } else if (reader.accept('?')) {
                most = 1;
            } else if (reader.accept('{')) {
                least = number();
                most = least;
                skipBlanks();
                if (reader.accept(',')) {
                    skipBlanks();
                    most = reader.peek() == '}' ? -1 : number();
                }
                skipBlanks();
                if (!reader.accept('}')) {
                    throw reader.problem("repeat");
                }
                if (most >= 0 && most < least) {
                    throw reader.problem("repeatrange");
                }
            } else if (!reader.accept('*')) {
                return result;
            }
            boolean lazy = reader.accept('?') != flags.swapGreed();
            result = result.equals(Hir.EMPTY)
                    ? result
                    : new Hir.Repeat(result, least, most, lazy ? Greed.LAZY : Greed.GREEDY);
        }
    }

    private int number() throws OrreryException {
        while (reader.peek() == ' ') {
            reader.next();
        }
        long value = -1;
        while (reader.peek() >= '0' && reader.peek() <= '9') {
            value = Math.max(value, 0) * 10 + reader.next() - '0';
            if (value > Integer.MAX_VALUE) {
                throw reader.problem("large");
            }
        }
        if (value < 0) {
            throw reader.problem("repeat");
        }
        while (reader.peek() == ' ') {
            reader.next();
        }
        return (int) value;
    }

    private Hir escape() throws OrreryException {
        if (reader.peek() == PatternReader.END) {
            throw reader.problem("escape");
        }
        int kind = reader.peek();
        Assertion assertion =
                switch (kind) {
                    case 'A' -> Assertion.LINE_START;
                    case 'z' -> Assertion.LINE_END;
                    case 'b' -> Assertion.WORD_BOUNDARY;
                    case 'B' -> Assertion.NOT_WORD_BOUNDARY;
                    case '<' -> Assertion.WORD_START;
                    case '>' -> Assertion.WORD_END;
                    default -> null;
                };
        if (assertion != null) {
            reader.next();
            return look(assertion == Assertion.WORD_BOUNDARY ? wordSide() : assertion);
        }
        CodePoints set = escapes.classSet(flags);
        if (set != null) {
            return set(set);
        }
        boolean hex = kind == 'x';
        int value = escapes.character();
        return hex && flags.bytes() && value <= 0xff ? set(flags.folded(CodePoints.of(value))) : literal(value);
    }

    private Assertion wordSide() throws OrreryException {
        if (reader.accept("{start}")) {
            return Assertion.WORD_START;
        }
        if (reader.accept("{end}")) {
            return Assertion.WORD_END;
        }
        if (reader.accept("{start-half}")) {
            return Assertion.WORD_START_HALF;
        }
        if (reader.accept("{end-half}")) {
            return Assertion.WORD_END_HALF;
        }
        return Assertion.WORD_BOUNDARY;
    }

    private Hir look(Assertion assertion) {
        return new Hir.Look(assertion, flags.bytes() ? Words.ASCII : Words.UNICODE);
    }

    private Hir literal(int character) throws OrreryException {
        if (character == '\n') {
            throw reader.problem("newline");
        }
        CodePoints set = CodePoints.of(character);
        if (!flags.fold()) {
            return new Hir.Chars(set);
        }
        return new Hir.Chars(flags.bytes() ? CaseFolding.foldAscii(set) : CaseFolding.fold(set));
    }

    private Hir set(CodePoints set) throws OrreryException {
        CodePoints inLine = set.minus(LINE_END);
        if (inLine.isEmpty() && !set.isEmpty()) {
            throw reader.problem("newline");
        }
        return flags.bytes() ? new Hir.OneByte(inLine) : new Hir.Chars(inLine);
    }

    private void skipBlanks() {
        if (flags.verbose()) {
            reader.skipBlanks();
        }
    }
}
