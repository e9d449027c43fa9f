package dev.orrery.app.cli.completion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * Draws carets of tested files by chance, every token with about the same, in rounds over all files: a round visits each file once, in
 * an order of its own, and takes as many carets there as the file is long. So any beginning of the sequence is a fair sample, and what is
 * known of one file's folder serves several carets. One thread at a time.
 */
final class Rounds {
    private static final int TOKENS_A_ROUND = 1_000;
    private static final int LINES_A_ROUND = 200;

    private final List<TestedFile> files;
    private final long seed;

    Rounds(List<TestedFile> files, long seed) {
        this.files = files;
        this.seed = seed;
    }

    /** A line of a file. */
    record Drawn(TestedFile file, TestedFile.Line line) {}

    /** Asks for tokens without end; nothing where there is none. */
    Iterator<Question> tokens() {
        int all = files.stream().mapToInt(TestedFile::tokenCount).sum();
        return new Endless<>(all) {
            @Override
            void visit(TestedFile file, Random random, Deque<Question> into) {
                int count = share(file.tokenCount(), all, TOKENS_A_ROUND, random);
                random.ints(count, 0, Math.max(1, file.tokenCount()))
                        .sorted()
                        .forEach(token -> into.add(file.token(token, "")));
            }
        };
    }

    /** Lines without end; nothing where there is none. */
    Lines lines() {
        return new Lines(files.stream().mapToInt(file -> file.lines().size()).sum());
    }

    /** Lines, drawn. */
    final class Lines extends Endless<Drawn> {
        private final int all;

        Lines(int all) {
            super(all);
            this.all = all;
        }

        @Override
        void visit(TestedFile file, Random random, Deque<Drawn> into) {
            int lines = file.lines().size();
            int count = share(lines, all, LINES_A_ROUND, random);
            random.ints(count, 0, Math.max(1, lines))
                    .sorted()
                    .forEach(line -> into.add(new Drawn(file, file.lines().get(line))));
        }
    }

    /** How many of a round fall to a part of the whole; what is less than one falls to it by chance. */
    private static int share(int part, int all, int round, Random random) {
        double exact = round * (double) part / all;
        return (int) Math.floor(exact) + (random.nextDouble() < exact - Math.floor(exact) ? 1 : 0);
    }

    private abstract class Endless<T> implements Iterator<T> {
        private final boolean isEmpty;
        private final Random random = new Random(seed);
        private final Deque<TestedFile> toVisit = new ArrayDeque<>();
        private final Deque<T> ready = new ArrayDeque<>();

        Endless(int all) {
            this.isEmpty = all == 0;
        }

        abstract void visit(TestedFile file, Random random, Deque<T> into);

        @Override
        public boolean hasNext() {
            return !isEmpty;
        }

        @Override
        public T next() {
            if (isEmpty) {
                throw new NoSuchElementException();
            }
            while (ready.isEmpty()) {
                if (toVisit.isEmpty()) {
                    List<TestedFile> round = new ArrayList<>(files);
                    Collections.shuffle(round, random);
                    toVisit.addAll(round);
                }
                visit(toVisit.removeFirst(), random, ready);
            }
            return ready.removeFirst();
        }
    }
}
