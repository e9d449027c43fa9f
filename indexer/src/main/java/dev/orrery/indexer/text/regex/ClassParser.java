package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import java.util.ArrayList;
import java.util.List;

/** Reads bracket classes, nested ones and the operations {@code && -- ~~} between them included. */
final class ClassParser {
    private static final int DEEPEST = 250;

    private final PatternReader reader;
    private final Escapes escapes;
    private final Flags flags;

    ClassParser(PatternReader reader, Escapes escapes, Flags flags) {
        this.reader = reader;
        this.escapes = escapes;
        this.flags = flags;
    }

    /** Reads a class, its opening bracket being read. */
    CodePoints parse(int depth) throws OrreryException {
        if (depth > DEEPEST) {
            throw reader.problem("deep");
        }
        skipBlanks();
        boolean negated = reader.accept('^');
        List<CodePoints> union = new ArrayList<>();
        skipBlanks();
        while (reader.peek() == '-') {
            reader.next();
            union.add(CodePoints.of('-'));
            skipBlanks();
        }
        if (union.isEmpty() && reader.accept(']')) {
            union.add(range(']'));
        }
        CodePoints left = CodePoints.NONE;
        int operation = 0;
        while (true) {
            skipBlanks();
            int next = reader.peek();
            if (next == PatternReader.END) {
                throw reader.problem("class");
            } else if (reader.accept(']')) {
                CodePoints set = combine(left, operation, all(union));
                return negated ? set.negate(flags.universe()) : set;
            } else if (next == '[') {
                union.add(nested(depth));
            } else if ((next == '&' || next == '-' || next == '~') && reader.peek(1) == next) {
                reader.next();
                reader.next();
                left = combine(left, operation, all(union));
                operation = next;
                union.clear();
            } else {
                union.add(item());
            }
        }
    }

    private CodePoints nested(int depth) throws OrreryException {
        int start = reader.position();
        reader.next();
        if (reader.accept(':')) {
            boolean negated = reader.accept('^');
            StringBuilder name = new StringBuilder();
            while (Character.isLetter(reader.peek())) {
                name.appendCodePoint(reader.next());
            }
            CodePoints set = AsciiClasses.named(name.toString());
            if (set != null && reader.accept(":]")) {
                CodePoints folded = flags.folded(set);
                return negated ? folded.negate(flags.universe()) : folded;
            }
            reader.moveTo(start + 1);
        }
        return parse(depth + 1);
    }

    private CodePoints item() throws OrreryException {
        if (reader.peek() == '\\') {
            reader.next();
            CodePoints set = escapes.classSet(flags);
            return set != null ? set : range(escapes.character());
        }
        return range(reader.next());
    }

    /** A single character, or the range that it begins. */
    private CodePoints range(int first) throws OrreryException {
        skipBlanks();
        int after = reader.peek(1);
        if (reader.peek() != '-' || after == ']' || after == '-' || after == PatternReader.END) {
            return single(first, first);
        }
        reader.next();
        skipBlanks();
        int last = reader.next();
        if (last == '\\') {
            if (escapes.classSet(flags) != null) {
                throw reader.problem("range");
            }
            last = escapes.character();
        }
        if (last < first) {
            throw reader.problem("range");
        }
        return single(first, last);
    }

    private CodePoints single(int first, int last) throws OrreryException {
        if (flags.bytes() && last > 0xff) {
            throw reader.problem("unicodeoff");
        }
        return flags.folded(CodePoints.range(first, last).intersect(flags.universe()));
    }

    private static CodePoints all(List<CodePoints> union) {
        return union.stream().reduce(CodePoints.NONE, CodePoints::union);
    }

    private static CodePoints combine(CodePoints left, int operation, CodePoints right) {
        return switch (operation) {
            case '&' -> left.intersect(right);
            case '-' -> left.minus(right);
            case '~' -> left.minus(right).union(right.minus(left));
            default -> right;
        };
    }

    private void skipBlanks() {
        if (flags.verbose()) {
            reader.skipBlanks();
        }
    }
}
