package dev.orrery.app.feature.code;

import dev.orrery.api.OutlineItem;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.edit.TextBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a file seen from above: what each line's text covers, and the declarations as slabs that lie on one another.
 * Pure; linear in the file's lines, however deep declarations nest. Lines are 0-based.
 */
final class Relief {
    /** Columns beyond this one are beyond the relief's edge. */
    static final int COLUMNS = 110;
    /** Deeper slabs are as high as this one. */
    static final int DEEPEST = 8;

    private static final int TAB = 4;

    private final byte[] from;
    private final byte[] to;
    private final byte[] depth;
    private final Tone[] tones;
    private final List<Slab> slabs;

    private Relief(byte[] from, byte[] to, byte[] depth, Tone[] tones, List<Slab> slabs) {
        this.from = from;
        this.to = to;
        this.depth = depth;
        this.tones = tones;
        this.slabs = slabs;
    }

    /** What a line or a slab is coloured by. */
    enum Tone {
        TYPE,
        CALLABLE,
        VALUE,
        /** What stands between declarations: comments, imports, braces. */
        BETWEEN;

        static Tone of(SymbolKind kind) {
            if (kind.isType() || kind == SymbolKind.NAMESPACE) {
                return TYPE;
            }
            return kind.isCallable() ? CALLABLE : VALUE;
        }
    }

    /**
     * A declaration of more than one line.
     *
     * @param item what is declared
     * @param first its first line
     * @param last its last line
     * @param depth how many slabs lie below it, at most {@link #DEEPEST}
     */
    record Slab(OutlineItem item, int first, int last, int depth) {}

    static Relief of(TextBuffer lines, List<OutlineItem> outline) {
        int count = lines.count();
        byte[] from = new byte[count];
        byte[] to = new byte[count];
        for (int line = 0; line < count; line++) {
            measure(lines, line, from, to);
        }
        byte[] depth = new byte[count];
        Tone[] tones = new Tone[count];
        Arrays.fill(tones, Tone.BETWEEN);
        List<Slab> slabs = new ArrayList<>();
        List<Slab> open = new ArrayList<>();
        int next = 0;
        for (int line = 0; line < count; line++) {
            while (!open.isEmpty() && open.getLast().last() < line) {
                open.removeLast();
            }
            for (; next < outline.size() && outline.get(next).line() - 1 <= line; next++) {
                OutlineItem item = outline.get(next);
                int last = Math.min(item.endLine() - 1, count - 1);
                if (!open.isEmpty()) {
                    last = Math.min(last, open.getLast().last());
                }
                tones[line] = Tone.of(item.kind());
                if (last > line) {
                    Slab slab = new Slab(item, line, last, Math.min(open.size(), DEEPEST));
                    slabs.add(slab);
                    open.add(slab);
                }
            }
            depth[line] = (byte) Math.min(open.size(), DEEPEST);
            if (tones[line] == Tone.BETWEEN && !open.isEmpty()) {
                Tone around = Tone.of(open.getLast().item().kind());
                tones[line] = around == Tone.TYPE ? Tone.BETWEEN : around;
            }
        }
        return new Relief(from, to, depth, tones, List.copyOf(slabs));
    }

    private static void measure(TextBuffer lines, int line, byte[] from, byte[] to) {
        int end = lines.end(line);
        int column = 0;
        int first = -1;
        int last = 0;
        for (int at = lines.start(line); at < end && column < COLUMNS; at++) {
            char c = lines.charAt(at);
            column += c == '\t' ? TAB - column % TAB : 1;
            if (c > ' ') {
                first = first < 0 ? column - 1 : first;
                last = column;
            }
        }
        from[line] = (byte) Math.max(0, first);
        to[line] = (byte) Math.min(COLUMNS, last);
    }

    int lineCount() {
        return from.length;
    }

    /** The declarations that span lines, outer before inner. */
    List<Slab> slabs() {
        return slabs;
    }

    /** The first column with text. */
    int from(int line) {
        return from[line];
    }

    /** One past the last column with text; 0 where there is none. */
    int to(int line) {
        return to[line];
    }

    /** How many slabs lie under a line. */
    int depth(int line) {
        return depth[line];
    }

    Tone tone(int line) {
        return tones[line];
    }

    /** The innermost declaration that spans a line, or null. */
    @Nullable
    Slab at(int line) {
        Slab inner = null;
        for (Slab slab : slabs) {
            if (slab.first() > line) {
                break;
            }
            inner = slab.last() >= line ? slab : inner;
        }
        return inner;
    }
}
