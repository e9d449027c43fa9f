package dev.orrery.indexer.semantic;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * With which probability a term of code is described by a word of prose. The counts come from {@link TranslationLearner};
 * a term that was seen seldom describes itself. Immutable.
 */
final class Translation {
    /** The strength of the assumption that a term describes itself, in occurrences. */
    private static final float SELF = 10;

    private static final float SMALLEST = 0.0005f;
    private static final double STEPS_A_DOUBLING = 8;

    private final int[] first;
    private final int[] codeTerms;
    private final float[] probabilities;

    /** By word: the code terms that it may describe, with their probabilities. */
    private Translation(int[] first, int[] codeTerms, float[] probabilities) {
        this.first = first;
        this.codeTerms = codeTerms;
        this.probabilities = probabilities;
    }

    /** The table that ships with Orrery; its words get their numbers in {@code terms}. */
    static Translation standard(Terms terms) {
        try (InputStream in = Translation.class.getResourceAsStream("translation.gz")) {
            if (in == null) {
                throw new IOException("no resource translation.gz");
            }
            return read(in, terms);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /** The terms of code that {@code word} may describe, each with P(word | term). */
    TermBag describedBy(int word) {
        if (word + 1 >= first.length) {
            return new TermBag(new int[] {word}, new float[] {1});
        }
        return new TermBag(
                Arrays.copyOfRange(codeTerms, first[word], first[word + 1]),
                Arrays.copyOfRange(probabilities, first[word], first[word + 1]));
    }

    /**
     * Counts as a table, terms and words named by their stems so that any {@link Terms} can read them: probabilities in
     * steps of a logarithm, one byte each.
     */
    static void write(TranslationCounts counts, Terms terms, OutputStream out) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            data.writeInt(terms.size());
            for (int term = 0; term < terms.size(); term++) {
                data.writeUTF(terms.stem(term));
            }
            for (int term = 0; term < terms.size(); term++) {
                TermBag words = counts.words(term);
                float total = counts.total(term);
                int kept = 0;
                for (int i = 0; i < words.size(); i++) {
                    kept += isKept(words.weights()[i], total) ? 1 : 0;
                }
                data.writeShort(kept);
                data.writeByte(kept == 0 ? 0 : level(SELF / (total + SELF)));
                int before = 0;
                for (int i = 0; i < words.size(); i++) {
                    if (isKept(words.weights()[i], total)) {
                        writeVarint(data, words.terms()[i] - before);
                        data.writeByte(level(words.weights()[i] / (total + SELF)));
                        before = words.terms()[i];
                    }
                }
            }
        }
    }

    private static boolean isKept(float count, float total) {
        return count >= TranslationCounts.SMALLEST && count / (total + SELF) >= SMALLEST;
    }

    private static int level(double probability) {
        return (int) Math.clamp(Math.round(-STEPS_A_DOUBLING * Math.log(probability) / Math.log(2)), 0, 255);
    }

    private static void writeVarint(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while (rest > 0x7f) {
            out.writeByte(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static int readVarint(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** @param terms knows no terms yet, so that the table's numbers are its numbers */
    static Translation read(InputStream in, Terms terms) throws IOException {
        try (DataInputStream data =
                new DataInputStream(new java.io.BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16))) {
            int size = data.readInt();
            for (int term = 0; term < size; term++) {
                if (terms.number(data.readUTF()) != term) {
                    throw new IOException("terms are known already");
                }
            }
            Pairs pairs = new Pairs();
            for (int term = 0; term < size; term++) {
                int count = data.readUnsignedShort();
                double self = probability(data.readUnsignedByte());
                boolean hasSelf = false;
                int word = 0;
                for (int i = 0; i < count; i++) {
                    word += readVarint(data);
                    double learned = probability(data.readUnsignedByte());
                    hasSelf |= word == term;
                    pairs.add(word, term, (float) (word == term ? learned + self : learned));
                }
                if (!hasSelf) {
                    pairs.add(term, term, (float) self);
                }
            }
            return pairs.byWord(size);
        }
    }

    private static double probability(int level) {
        return Math.pow(2, -level / STEPS_A_DOUBLING);
    }

    /** Pairs as they are read, by code term; turned round at the end. */
    private static final class Pairs {
        private int[] words = new int[1 << 16];
        private int[] codeTerms = new int[1 << 16];
        private float[] probabilities = new float[1 << 16];
        private int size;

        void add(int word, int codeTerm, float probability) {
            if (size == words.length) {
                words = Arrays.copyOf(words, size * 2);
                codeTerms = Arrays.copyOf(codeTerms, size * 2);
                probabilities = Arrays.copyOf(probabilities, size * 2);
            }
            words[size] = word;
            codeTerms[size] = codeTerm;
            probabilities[size++] = probability;
        }

        Translation byWord(int wordCount) {
            int[] first = new int[wordCount + 1];
            for (int i = 0; i < size; i++) {
                first[words[i] + 1]++;
            }
            for (int i = 0; i < wordCount; i++) {
                first[i + 1] += first[i];
            }
            int[] next = first.clone();
            int[] sortedTerms = new int[size];
            float[] sortedProbabilities = new float[size];
            for (int i = 0; i < size; i++) {
                int at = next[words[i]]++;
                sortedTerms[at] = codeTerms[i];
                sortedProbabilities[at] = probabilities[i];
            }
            return new Translation(first, sortedTerms, sortedProbabilities);
        }
    }
}
