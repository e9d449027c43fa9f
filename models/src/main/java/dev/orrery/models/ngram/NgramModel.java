package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Predicts code from the code of one repository. Counts n-grams of up to {@link Level#ORDER} tokens in all files, in the folder of the
 * caret, in the file itself and in what stands right before the caret. Learning a file replaces what was learned of it, and equals having learned all files afresh. Safe
 * from any thread: learning waits for learning, predictions take what is learned when they begin.
 *
 * <p>The tokens of all files are one stream in the order of the {@link Segment}. What changed since that was sorted stands in two small
 * ones, one to add and one to subtract, until they are large enough to sort all again. Eight bytes a token, about two for one
 * byte of code.
 */
public final class NgramModel {
    /** Tokens of a repository beyond which no further files are learned: 64 MB. */
    static final int MOST_TOKENS = 8_000_000;
    /** Tokens of a file beyond which it is taken for a generated one. */
    static final int MOST_OF_A_FILE = 100_000;

    private static final int MOST_OF_A_FOLDER = 200_000;
    private static final int UNSORTED = 20_000;
    private static final int UNSORTED_SHARE = 32;

    private final Vocabulary vocabulary;
    private volatile State state;
    private final Weights weights;
    private final AtomicReference<@Nullable Typing> typing = new AtomicReference<>();
    private volatile @Nullable Folder folder;

    /** What became of a file. */
    public enum Outcome {
        LEARNED,
        /** It is known as it is. */
        KNOWN,
        /** It is too long for something that somebody wrote; what was known of it is forgotten. */
        TOO_LONG,
        /** The repository has more tokens than are kept; what was known of it is forgotten. */
        FULL
    }

    /**
     * All that predictions read.
     *
     * @param number grows with every change
     * @param latest where the files of {@code added} stand in it
     */
    private record State(
            long number,
            Shard base,
            Shard added,
            Map<String, Evidence.Range> latest,
            Census census,
            Map<String, Slice> files) {
        int tokens() {
            return files.values().stream().mapToInt(Slice::length).sum();
        }

        Evidence.Range inBase(String path) {
            Slice slice = files.get(path);
            return slice != null && slice.array() == base.words().stream()
                    ? new Evidence.Range(slice.from(), slice.to())
                    : Evidence.Range.NONE;
        }
    }

    /** The files of a folder, sorted once. */
    private record Folder(long state, String parent, Shard files, Map<String, Evidence.Range> ranges) {}

    /** Knows nothing yet. */
    public NgramModel() {
        this(new Vocabulary(), Map.of(), Weights.trained());
    }

    NgramModel(Vocabulary vocabulary, Map<String, Slice> files, Weights weights) {
        this.weights = weights;
        this.vocabulary = vocabulary;
        Census census = Census.none(vocabulary).with(List.copyOf(files.values()), List.of(), vocabulary);
        this.state = sorted(0, files, census);
    }

    /** Learns a file, or anew where it has changed. */
    public synchronized Outcome learn(Document file) {
        return learnAll(List.of(file), Cancellation.NEVER).getOrDefault(file.path(), Outcome.KNOWN);
    }

    /**
     * Learns many files at once, which takes far less time than one by one.
     *
     * @return what became of each
     * @throws java.util.concurrent.CancellationException where that was asked for; nothing has changed then
     */
    public synchronized Map<String, Outcome> learnAll(Iterable<Document> files, Cancellation cancellation) {
        Map<String, Outcome> outcomes = new HashMap<>();
        Map<String, @Nullable Slice> changes = new HashMap<>();
        long room = MOST_TOKENS - state.tokens();
        for (Document file : files) {
            cancellation.throwIfRequested();
            Slice old = state.files().get(file.path());
            long hash = hash(file.text());
            if (old != null && old.hash() == hash) {
                changes.remove(file.path());
                outcomes.put(file.path(), Outcome.KNOWN);
                continue;
            }
            Tokens tokens = Lexer.lex(file.path(), file.text());
            Outcome outcome = tokens.size() > MOST_OF_A_FILE
                    ? Outcome.TOO_LONG
                    : tokens.size() + 1 > room ? Outcome.FULL : Outcome.LEARNED;
            outcomes.put(file.path(), outcome);
            changes.put(file.path(), outcome == Outcome.LEARNED ? slice(tokens, hash) : null);
            room -= outcome == Outcome.LEARNED ? tokens.size() + 1 : 0;
        }
        change(changes);
        return outcomes;
    }

    /** Forgets a file, if it was known. */
    public synchronized void forget(String path) {
        Map<String, @Nullable Slice> change = new HashMap<>();
        change.put(path, null);
        change(change);
    }

    /** The paths of what is learned. */
    public Set<String> files() {
        return Collections.unmodifiableSet(state.files().keySet());
    }

    /** The likeliest next tokens, best first; where a word stands at the caret, those that begin with it. */
    public List<Candidate> candidates(Caret caret, int count) {
        return ask(
                caret,
                (predictor, position) ->
                        predictor.tokens(predictor.text().size(), position.known(), position.partial(), count).stream()
                                .map(next -> new Candidate(
                                        predictor.text().words().word(next.token()), next.probability(), next.gap()))
                                .toList());
    }

    /**
     * The likeliest rests of the line, best first.
     *
     * @param tokens at most this many a line
     * @throws java.util.concurrent.CancellationException where that was asked for
     */
    public List<Line> lines(Caret caret, int count, int tokens, Cancellation cancellation) {
        return ask(
                caret, (predictor, position) -> new LineSearch(predictor, position, cancellation).lines(count, tokens));
    }

    /** A line drawn by chance; see {@link LineSearch#drawn}. */
    Line drawn(Caret caret, int tokens, double temperature, RandomGenerator random, Cancellation cancellation) {
        return ask(caret, (predictor, position) -> new LineSearch(predictor, position, cancellation)
                .drawn(tokens, temperature, random));
    }

    /** Asks something at a caret. */
    <T> T ask(Caret caret, BiFunction<Predictor, Position, T> question) {
        State now = state;
        Typing here = Typing.at(now.number(), caret, vocabulary, typing.getAndSet(null));
        Folder beside = folder(now, caret.path());
        Knowledge knowledge = new Knowledge(
                caret.path().substring(caret.path().lastIndexOf('/') + 1).replaceAll("\\..*", ""),
                new Shard[] {now.base(), now.added()},
                new Evidence.Range[] {
                    now.inBase(caret.path()), now.latest().getOrDefault(caret.path(), Evidence.Range.NONE)
                },
                beside.files(),
                beside.ranges().getOrDefault(caret.path(), Evidence.Range.NONE),
                now.census());
        T answer = question.apply(new Predictor(knowledge, here.text(), weights), here.position());
        typing.set(here);
        return answer;
    }

    /** Bytes that it holds. */
    public long bytes() {
        State now = state;
        Folder latest = folder;
        return vocabulary.bytes()
                + now.base().bytes()
                + now.added().bytes()
                + now.census().bytes()
                + (latest == null ? 0 : latest.files().bytes())
                + 150L * now.files().size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Map<String, Slice> slices() {
        return state.files();
    }

    private Folder folder(State now, String path) {
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        Folder latest = folder;
        if (latest != null && latest.state() == now.number() && latest.parent().equals(parent)) {
            return latest;
        }
        int filled = 0;
        List<Slice> files = new ArrayList<>();
        Map<String, Evidence.Range> ranges = new HashMap<>();
        for (String other : now.files().keySet().stream()
                .filter(other -> isBeside(other, parent))
                .sorted()
                .toList()) {
            Slice slice = Objects.requireNonNull(now.files().get(other));
            if (filled + slice.length() <= MOST_OF_A_FOLDER) {
                files.add(slice);
                ranges.put(other, new Evidence.Range(filled, filled + slice.length()));
                filled += slice.length();
            }
        }
        Folder fresh = new Folder(now.number(), parent, Shard.ofWords(files), ranges);
        folder = fresh;
        return fresh;
    }

    private static boolean isBeside(String path, String parent) {
        return path.startsWith(parent) && path.indexOf('/', parent.length()) < 0;
    }

    private Slice slice(Tokens tokens, long hash) {
        int[] cells = new int[tokens.size() + 1];
        cells[0] = Vocabulary.EDGE;
        for (int at = 0; at < tokens.size(); at++) {
            int number = vocabulary.intern(tokens.text(), tokens.start(at), tokens.end(at));
            cells[at + 1] = number | tokens.gap(at).ordinal() << Segment.GAP_SHIFT;
        }
        return new Slice(cells, 0, cells.length, hash);
    }

    private void change(Map<String, @Nullable Slice> changes) {
        State before = state;
        Map<String, Slice> files = new HashMap<>(before.files());
        BitSet lost = (BitSet) before.base().gone().clone();
        List<Slice> come = new ArrayList<>();
        List<Slice> gone = new ArrayList<>();
        changes.forEach((path, slice) -> {
            Slice old = slice == null ? files.remove(path) : files.put(path, slice);
            if (slice != null) {
                come.add(slice);
            }
            if (old != null) {
                gone.add(old);
                if (old.array() == before.base().words().stream()) {
                    lost.set(old.from(), old.to());
                }
            }
        });
        Census census = before.census().with(come, gone, vocabulary);
        int[] base = before.base().words().stream();
        Map<String, Slice> fresh = new TreeMap<>();
        files.forEach((path, slice) -> {
            if (slice.array() != base) {
                fresh.put(path, slice);
            }
        });
        long unsorted = fresh.values().stream().mapToLong(Slice::length).sum() + lost.cardinality();
        state = unsorted > Math.max(UNSORTED, base.length / UNSORTED_SHARE)
                ? sorted(before.number() + 1, files, census)
                : new State(
                        before.number() + 1,
                        before.base().without(lost),
                        Shard.of(List.copyOf(fresh.values()), vocabulary),
                        ranges(fresh),
                        census,
                        files);
    }

    private static Map<String, Evidence.Range> ranges(Map<String, Slice> files) {
        Map<String, Evidence.Range> ranges = new HashMap<>();
        int from = 0;
        for (Map.Entry<String, Slice> file : files.entrySet()) {
            ranges.put(
                    file.getKey(),
                    new Evidence.Range(from, from + file.getValue().length()));
            from += file.getValue().length();
        }
        return ranges;
    }

    private State sorted(long number, Map<String, Slice> files, Census census) {
        Map<String, Slice> byPath = new TreeMap<>(files);
        Shard base = Shard.of(List.copyOf(byPath.values()), vocabulary);
        Map<String, Slice> moved = new HashMap<>();
        ranges(byPath)
                .forEach((path, range) -> moved.put(
                        path,
                        new Slice(
                                base.words().stream(),
                                range.from(),
                                range.to(),
                                Objects.requireNonNull(files.get(path)).hash())));
        return new State(number, base, Shard.of(List.of(), vocabulary), Map.of(), census, moved);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }
}
