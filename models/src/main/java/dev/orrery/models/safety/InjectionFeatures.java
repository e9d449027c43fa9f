package dev.orrery.models.safety;

import java.util.function.IntConsumer;

/**
 * What the classifier sees of a word: hashes of the word, of its beginning, of its groups of four letters, and of the word together
 * with the two before it. The program that trains the weights uses the same class, so what is learned is what is looked at.
 */
final class InjectionFeatures {
    /** Features are numbers below this one: the hashing trick (Weinberger et al., ICML 2009). */
    static final int BUCKETS = 1 << 16;

    private static final int BEGINNING = 5;
    private static final int GROUP = 4;

    private InjectionFeatures() {}

    /** Tells the features of each word, in order. */
    static void each(Words words, WordConsumer consumer) {
        int before = 0;
        int beforeThat = 0;
        int from = 0;
        for (int word = 0; word < words.count; word++) {
            int to = words.letterEnds[word];
            int hash = hash(words.letters, from, to);
            consumer.word(word);
            consumer.accept(bucket(hash, 1));
            consumer.accept(bucket(hash + 31 * before, 2));
            consumer.accept(bucket(hash + 31 * beforeThat, 3));
            consumer.accept(bucket(hash + 31 * (before + 31 * beforeThat), 4));
            if (to - from > BEGINNING) {
                consumer.accept(bucket(hash(words.letters, from, from + BEGINNING), 5));
            }
            for (int at = from; at + GROUP <= to; at++) {
                consumer.accept(bucket(hash(words.letters, at, at + GROUP), 6));
            }
            beforeThat = before;
            before = hash;
            from = to;
        }
    }

    private static int hash(char[] letters, int from, int to) {
        int hash = 0x811C9DC5;
        for (int at = from; at < to; at++) {
            hash = (hash ^ letters[at]) * 0x01000193;
        }
        return hash;
    }

    private static int bucket(int hash, int kind) {
        int mixed = (hash ^ kind * 0x9E3779B9) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 15) * 0xC2B2AE35;
        return (mixed ^ mixed >>> 16) & BUCKETS - 1;
    }

    /** Hears of a word, then of each of its features. */
    interface WordConsumer extends IntConsumer {
        void word(int number);
    }
}
