package dev.orrery.indexer.text.regex;

import java.util.BitSet;

/**
 * Numbers for bytes that no state of an automaton tells apart, so that transition tables stay narrow.
 *
 * @param of the class of each byte
 * @param representative one byte of each class
 */
@SuppressWarnings("ArrayRecordComponent")
record ByteClasses(byte[] of, int[] representative) {
    static ByteClasses of(Nfa nfa) {
        BitSet starts = new BitSet(257);
        for (Nfa.State state : nfa.states()) {
            if (state instanceof Nfa.Step step) {
                for (int i = 0; i < step.ranges().length; i += 3) {
                    starts.set(step.ranges()[i]);
                    starts.set(step.ranges()[i + 1] + 1);
                }
            }
        }
        if (nfa.hasChecks()) {
            cut(starts, '\n', '\n');
        }
        if (nfa.hasWordChecks()) {
            cut(starts, '0', '9');
            cut(starts, 'A', 'Z');
            cut(starts, '_', '_');
            cut(starts, 'a', 'z');
            cut(starts, 0x80, 0xff);
        }
        starts.clear(0);
        byte[] of = new byte[256];
        int[] representative = new int[257];
        int number = 0;
        for (int value = 0; value < 256; value++) {
            if (starts.get(value)) {
                representative[++number] = value;
            }
            of[value] = (byte) number;
        }
        return new ByteClasses(of, java.util.Arrays.copyOf(representative, number + 1));
    }

    private static void cut(BitSet starts, int first, int last) {
        starts.set(first);
        starts.set(last + 1);
    }

    int count() {
        return representative.length;
    }
}
