package dev.orrery.indexer.text.regex;

import dev.orrery.api.OrreryException;
import org.jspecify.annotations.Nullable;

/** Reads what follows a backslash. */
final class Escapes {
    private final PatternReader reader;

    Escapes(PatternReader reader) {
        this.reader = reader;
    }

    /** The set of a class escape such as {@code \d} or {@code \pL}, the backslash being read; null where it is none. */
    @Nullable
    CodePoints classSet(Flags flags) throws OrreryException {
        int kind = reader.peek();
        if (kind < 0 || "dDsSwWpP".indexOf(kind) < 0) {
            return null;
        }
        reader.next();
        CodePoints set =
                switch (kind) {
                    case 'd', 'D' -> flags.bytes() ? CodePoints.range('0', '9') : UnicodeSets.digit();
                    case 's', 'S' -> flags.bytes() ? AsciiClasses.SPACE : UnicodeSets.space();
                    case 'w', 'W' -> flags.bytes() ? AsciiClasses.WORD : UnicodeSets.word();
                    default -> property(flags);
                };
        return Character.isUpperCase(kind) ? set.negate(flags.universe()) : set;
    }

    private CodePoints property(Flags flags) throws OrreryException {
        if (flags.bytes()) {
            throw reader.problem("unicodeoff");
        }
        String name = reader.accept('{') ? reader.until('}', "property") : letter();
        boolean negated = name.startsWith("^");
        String plain = negated ? name.substring(1) : name;
        int unequal = plain.indexOf("!=");
        if (unequal >= 0) {
            plain = plain.substring(0, unequal) + plain.substring(unequal + 1);
            negated = !negated;
        }
        CodePoints set = UnicodeSets.property(plain);
        if (set == null) {
            throw reader.problem("property");
        }
        CodePoints folded = flags.folded(set);
        return negated ? folded.negate(CodePoints.ALL) : folded;
    }

    private String letter() throws OrreryException {
        if (reader.peek() == PatternReader.END) {
            throw reader.problem("escape");
        }
        return Character.toString(reader.next());
    }

    /** The character that an escape stands for, the backslash being read. */
    int character() throws OrreryException {
        int kind = reader.next();
        switch (kind) {
            case 'a' -> {
                return 7;
            }
            case 'f' -> {
                return '\f';
            }
            case 't' -> {
                return '\t';
            }
            case 'n' -> {
                return '\n';
            }
            case 'r' -> {
                return '\r';
            }
            case 'v' -> {
                return 11;
            }
            case 'x' -> {
                return hex(2);
            }
            case 'u' -> {
                return hex(4);
            }
            case 'U' -> {
                return hex(8);
            }
            default -> {
                if (kind >= '0' && kind <= '9') {
                    throw reader.problem("backreference");
                }
                if (kind <= ' ' || kind >= 0x7f || Character.isLetter(kind) || kind == '<' || kind == '>') {
                    throw reader.problem("escape");
                }
                return kind;
            }
        }
    }

    private int hex(int digits) throws OrreryException {
        String text;
        if (reader.accept('{')) {
            text = reader.until('}', "hex").strip();
        } else {
            StringBuilder fixed = new StringBuilder();
            while (fixed.length() < digits && reader.peek() != PatternReader.END) {
                fixed.appendCodePoint(reader.next());
            }
            text = fixed.length() < digits ? "" : fixed.toString();
        }
        try {
            int value = text.length() > 8 ? -1 : (int) Math.min(Long.parseUnsignedLong(text, 16), Integer.MAX_VALUE);
            if (text.startsWith("+") || !CodePoints.ALL.contains(value)) {
                throw reader.problem("hex");
            }
            return value;
        } catch (NumberFormatException notHex) {
            throw reader.problem("hex");
        }
    }
}
