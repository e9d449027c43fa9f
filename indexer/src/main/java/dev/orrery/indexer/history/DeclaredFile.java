package dev.orrery.indexer.history;

import dev.orrery.api.Modifiers;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.Skeleton;
import java.util.Arrays;

/**
 * What one version of a file declares, and how to tell whether a declaration's text is still the same. White space does not
 * count; of a type only the lines count that belong to none of its members.
 *
 * @param rows numbers of {@link DeclarationRows}, ascending
 * @param texts a hash of each one's text
 */
@SuppressWarnings("ArrayRecordComponent")
record DeclaredFile(int[] rows, long[] texts) {
    static final DeclaredFile EMPTY = new DeclaredFile(new int[0], new long[0]);

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /**
     * @param numbers of the declarations, -1 for those that do not count
     * @param skeleton the text, and at which of its lines those of the declarations stood
     */
    static DeclaredFile of(Declarations declarations, int[] numbers, Skeleton skeleton) {
        byte[] text = skeleton.whole();
        int[] starts = lineStarts(text);
        int[] owners = owners(declarations, numbers, skeleton, starts.length - 1);
        long[][] found = new long[numbers.length][];
        int count = 0;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0) {
                found[count++] = new long[] {numbers[i], hash(declarations, i, skeleton, starts, owners)};
            }
        }
        Arrays.sort(found, 0, count, (a, b) -> Long.compare(a[0], b[0]));
        int[] rows = new int[count];
        long[] texts = new long[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) found[i][0];
            texts[i] = found[i][1];
        }
        return new DeclaredFile(rows, texts);
    }

    /** Offsets of the lines' first bytes, and the end. */
    private static int[] lineStarts(byte[] text) {
        int[] starts = new int[64];
        int lines = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                if (lines + 1 >= starts.length) {
                    starts = Arrays.copyOf(starts, starts.length * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        starts[lines] = text.length;
        return Arrays.copyOf(starts, lines + 1);
    }

    /** The innermost declaration of each line, from 1; -1 where there is none. */
    private static int[] owners(Declarations declarations, int[] numbers, Skeleton skeleton, int lines) {
        int[] owners = new int[lines + 1];
        Arrays.fill(owners, -1);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] >= 0 && !isImplicit(declarations, i)) {
                int start = Math.min(skeleton.line(declarations.startLine(i)), lines);
                int end = Math.min(skeleton.line(declarations.endLine(i)), lines);
                Arrays.fill(owners, start, Math.max(start, end + 1), i);
            }
        }
        return owners;
    }

    private static boolean isImplicit(Declarations declarations, int i) {
        return Modifiers.has(declarations.modifiers(i), Modifiers.IMPLICIT);
    }

    private static long hash(Declarations declarations, int i, Skeleton skeleton, int[] starts, int[] owners) {
        long hash = FNV_OFFSET;
        if (isImplicit(declarations, i)) {
            return hash;
        }
        boolean shared = declarations.kind(i).isCallable();
        int head = skeleton.line(declarations.line(i));
        int end = Math.min(skeleton.line(declarations.endLine(i)), owners.length - 1);
        for (int line = skeleton.line(declarations.startLine(i)); line <= end; line++) {
            if (shared || line <= head || owners[line] == i) {
                for (int at = starts[line - 1]; at < starts[line]; at++) {
                    byte c = skeleton.whole()[at];
                    if (c < 0 || c > ' ') {
                        hash = (hash ^ c) * FNV_PRIME;
                    }
                }
            }
        }
        return hash;
    }
}
