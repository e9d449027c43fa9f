package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

    private static final int LATEST = 300;
    private static final double SHARE_OF_LATEST = 0.5;
    private static final int MOST_OF_A_FOLDER = 300_000;
    private static final int UNSORTED = 20_000;
    private static final int UNSORTED_SHARE = 32;

    private final Vocabulary vocabulary;
    private volatile State state;
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
     */
    private record State(
            long number, Segment base, Segment added, Segment removed, List<Slice> gone, Map<String, Slice> files) {
        int tokens() {
            return base.size() + added.size() - removed.size();
        }
    }

    /** The files of a folder but one, sorted once. */
    private record Folder(long state, String path, Segment files) {}

    /** Knows nothing yet. */
    public NgramModel() {
        this(new Vocabulary(), Map.of());
    }

    NgramModel(Vocabulary vocabulary, Map<String, Slice> files) {
        this.vocabulary = vocabulary;
        this.state = sorted(0, files);
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
        Here here = here(caret);
        return here.position().tokens(here.nest(), count).stream()
                .map(next -> new Candidate(here.words().word(next.token()), next.probability(), next.gap()))
                .toList();
    }

    /**
     * The likeliest rests of the line, best first.
     *
     * @param tokens at most this many a line
     * @throws java.util.concurrent.CancellationException where that was asked for
     */
    public List<Line> lines(Caret caret, int count, int tokens, Cancellation cancellation) {
        Here here = here(caret);
        return new LineSearch(here.nest(), here.words(), cancellation).lines(here.position(), count, tokens);
    }

    /** A line drawn by chance; see {@link LineSearch#drawn}. */
    Line drawn(Caret caret, int tokens, double temperature, RandomGenerator random, Cancellation cancellation) {
        Here here = here(caret);
        return new LineSearch(here.nest(), here.words(), cancellation)
                .drawn(here.position(), tokens, temperature, random);
    }

    /** Bytes that it holds. */
    public long bytes() {
        State now = state;
        Folder latest = folder;
        return vocabulary.bytes()
                + now.base().bytes()
                + 2 * now.added().bytes()
                + now.removed().bytes()
                + (latest == null ? 0 : latest.files().bytes())
                + 150L * now.files().size();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Map<String, Slice> slices() {
        return state.files();
    }

    /** What is known at one caret. */
    private record Here(Words words, Position position, Nest nest) {}

    private Here here(Caret caret) {
        State now = state;
        Words words = new Words(vocabulary);
        Tokens before = Lexer.lex(caret.path(), caret.prefix());
        Tokens behind = Lexer.lex(caret.path(), caret.suffix());
        Tokens beside = Lexer.lex(caret.path(), caret.context());
        Slice written = words.stream(before, Position.whole(before));
        Segment file = Segment.of(List.of(written, words.stream(behind, behind.size())));
        Segment latest = Segment.of(List.of(written.last(LATEST)));
        Segment context = beside.size() == 0 ? Segment.EMPTY : Segment.of(List.of(words.stream(beside, beside.size())));
        Slice known = now.files().get(caret.path());
        Segment itself = known == null ? Segment.EMPTY : Segment.of(List.of(known));
        Nest nest = new Nest(
                words,
                new Level(1, new Segment[] {now.base(), now.added()}, now.removed(), itself),
                new Level(1, new Segment[] {neighbours(now, caret.path()), context}),
                new Level(1, new Segment[] {file}),
                new Level(SHARE_OF_LATEST, new Segment[] {latest}));
        return new Here(words, Position.of(words, before), nest);
    }

    private Segment neighbours(State now, String path) {
        Folder latest = folder;
        if (latest != null && latest.state() == now.number() && latest.path().equals(path)) {
            return latest.files();
        }
        String parent = path.substring(0, path.lastIndexOf('/') + 1);
        int room = MOST_OF_A_FOLDER;
        List<Slice> files = new ArrayList<>();
        for (String other : now.files().keySet().stream()
                .filter(other -> isBeside(other, parent))
                .sorted()
                .toList()) {
            Slice slice = now.files().get(other);
            if (slice != null && !other.equals(path) && slice.length() <= room) {
                files.add(slice);
                room -= slice.length();
            }
        }
        Segment segment = Segment.of(files);
        folder = new Folder(now.number(), path, segment);
        return segment;
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
        long number = before.number() + 1;
        Map<String, Slice> files = new HashMap<>(before.files());
        List<Slice> gone = new ArrayList<>(before.gone());
        changes.forEach((path, slice) -> {
            Slice old = slice == null ? files.remove(path) : files.put(path, slice);
            if (old != null && old.array() == before.base().stream()) {
                gone.add(old);
            }
        });
        List<Slice> fresh = files.values().stream()
                .filter(slice -> slice.array() != before.base().stream())
                .toList();
        long unsorted = fresh.stream().mapToLong(Slice::length).sum()
                + gone.stream().mapToLong(Slice::length).sum();
        state = unsorted > Math.max(UNSORTED, before.base().size() / UNSORTED_SHARE)
                ? sorted(number, files)
                : new State(number, before.base(), Segment.of(fresh), Segment.of(gone), List.copyOf(gone), files);
    }

    private static State sorted(long number, Map<String, Slice> files) {
        List<String> paths = files.keySet().stream().sorted().toList();
        List<Slice> slices = new ArrayList<>();
        for (String path : paths) {
            slices.add(Objects.requireNonNull(files.get(path)));
        }
        Segment base = Segment.of(slices);
        Map<String, Slice> moved = new HashMap<>();
        int from = 0;
        for (int at = 0; at < slices.size(); at++) {
            Slice slice = slices.get(at);
            moved.put(paths.get(at), new Slice(base.stream(), from, from + slice.length(), slice.hash()));
            from += slice.length();
        }
        return new State(number, base, Segment.EMPTY, Segment.EMPTY, List.of(), moved);
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }
}
