package dev.orrery.app.cli.completion;

import dev.orrery.api.Document;
import dev.orrery.models.ngram.Gap;
import dev.orrery.models.ngram.Lexer;
import dev.orrery.models.ngram.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The plain nested-cache language model, what all else is measured against: n-grams of project, folder and file, interpolated, the inner
 * one weighing the more the longer the context that it knows (Hellendoorn and Devanbu, "Are deep neural networks the best choice for modeling
 * source code?", ESEC/FSE 2017). It knows no types and learns no weights. Its lines are its likeliest tokens one after the other. One thread at a
 * time.
 */
final class NestedCache implements Contestant {
    private static final int MOST_TOKENS = 8_000_000;
    private static final int LONGEST_LINE = 32;
    private static final int EDGE = 0;
    private static final double TRUST = 0.6;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>(List.of(""));
    private final Map<String, int[]> files = new LinkedHashMap<>();
    private final Map<String, int[]> changed = new LinkedHashMap<>();
    private int tokens;
    private NgramTable project = NgramTable.of(new int[0]);
    private NgramTable latest = project;
    private NgramTable folder = project;
    private String folderOf = "";

    /** Reads a file; {@link #learned} makes use of it. */
    void learn(Document file) {
        int[] cells = cells(Lexer.lex(file.path(), file.text()));
        if (tokens + cells.length <= MOST_TOKENS) {
            tokens += cells.length;
            files.put(file.path(), cells);
        }
    }

    /** All files are read. */
    void learned() {
        project = NgramTable.of(joined(files.values()));
    }

    /** Files are others now; what they were before stays known too. */
    void change(List<Document> now, List<String> gone) {
        gone.forEach(files::remove);
        for (Document file : now) {
            int[] cells = cells(Lexer.lex(file.path(), file.text()));
            files.put(file.path(), cells);
            changed.put(file.path(), cells);
        }
        latest = NgramTable.of(joined(changed.values()));
        folderOf = "";
    }

    private static int[] joined(Iterable<int[]> all) {
        int[] joined = new int[1 << 16];
        int size = 0;
        for (int[] cells : all) {
            if (size + cells.length > joined.length) {
                joined = Arrays.copyOf(joined, Math.max(2 * joined.length, size + cells.length));
            }
            System.arraycopy(cells, 0, joined, size, cells.length);
            size += cells.length;
        }
        return Arrays.copyOf(joined, size);
    }

    private int[] cells(Tokens lexed) {
        int size = lexed.size();
        int[] cells = new int[size + 1];
        cells[0] = EDGE;
        for (int at = 0; at < size; at++) {
            int number = numbers.computeIfAbsent(lexed.token(at), word -> {
                words.add(word);
                return words.size() - 1;
            });
            cells[at + 1] = number << NgramTable.GAP | lexed.gap(at).ordinal();
        }
        return cells;
    }

    @Override
    public String name() {
        return "plain n-gram";
    }

    @Override
    public List<String> tokens(Document document, int offset) {
        Buffer buffer = new Buffer(document, offset);
        Map<Integer, Double> shares = new HashMap<>();
        buffer.next().forEach((cell, share) -> shares.merge(cell >>> NgramTable.GAP, share, Double::sum));
        shares.remove(EDGE);
        return shares.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(RANKS)
                .map(entry -> words.get(entry.getKey()))
                .toList();
    }

    @Override
    public Optional<String> line(Document document, int offset) {
        Buffer buffer = new Buffer(document, offset);
        StringBuilder line = new StringBuilder();
        for (int token = 0; token < LONGEST_LINE; token++) {
            Optional<Integer> best = buffer.next().entrySet().stream()
                    .filter(entry -> entry.getKey() >>> NgramTable.GAP != EDGE)
                    .max(Map.Entry.<Integer, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey);
            int gap = best.map(cell -> cell & (1 << NgramTable.GAP) - 1).orElse(Gap.LINE.ordinal());
            if (best.isEmpty() || token > 0 && gap == Gap.LINE.ordinal()) {
                break;
            }
            int number = best.get() >>> NgramTable.GAP;
            line.append(token > 0 && gap == Gap.SPACE.ordinal() ? " " : "").append(words.get(number));
            buffer.write(number);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    /** What stands before a caret, and what is known there. */
    private final class Buffer {
        private final NgramTable file;
        private int[] history;
        private int size;

        Buffer(Document document, int offset) {
            Tokens before = Lexer.lex(document.path(), document.text().substring(0, offset));
            int[] cells = cells(before);
            this.file = NgramTable.of(cells);
            this.history = new int[cells.length + LONGEST_LINE];
            for (int cell : cells) {
                history[size++] = cell >>> NgramTable.GAP;
            }
            enter(document.path());
        }

        void write(int number) {
            history[size++] = number;
        }

        Map<Integer, Double> next() {
            Map<Integer, Double> mixed = new HashMap<>();
            double trusted = 0;
            for (NgramTable level : new NgramTable[] {project, latest, folder, file}) {
                Map<Integer, Double> shares = new HashMap<>();
                int longest = level.predict(history, size, shares);
                if (longest >= 0) {
                    double trust = Math.pow(1 - TRUST, -longest);
                    double share = trust / (trusted + trust);
                    mixed.replaceAll((cell, before) -> before * (1 - share));
                    shares.forEach((cell, part) -> mixed.merge(cell, part * share, Double::sum));
                    trusted = Math.max(trusted, trust);
                }
            }
            return mixed;
        }
    }

    private void enter(String path) {
        if (!folderOf.equals(path)) {
            folderOf = path;
            String parent = path.substring(0, path.lastIndexOf('/') + 1);
            List<int[]> beside = new ArrayList<>();
            files.forEach((other, cells) -> {
                boolean isBeside = other.startsWith(parent) && other.indexOf('/', parent.length()) < 0;
                if (isBeside && !other.equals(path)) {
                    beside.add(cells);
                }
            });
            folder = NgramTable.of(joined(beside));
        }
    }
}
