package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.BufferLayer.Entry;
import dev.orrery.indexer.BufferLayer.Relink;
import dev.orrery.indexer.Changes.Trust;
import dev.orrery.indexer.Intake.Candidate;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.library.LibraryFinder;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.scan.EntryKind;
import dev.orrery.indexer.scan.GitEnvironment;
import dev.orrery.indexer.scan.IgnoreRules;
import dev.orrery.indexer.scan.RepositoryScanner;
import dev.orrery.indexer.scan.Scan;
import dev.orrery.indexer.scan.ScannedFile;
import dev.orrery.indexer.store.FileRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Brings an index from one state of the files to the next: finds what changed, takes it in, links it. One thread at a time;
 * the snapshot may be read from any. Knows neither disk formats nor other processes: see {@link IndexOwner}.
 */
final class IndexEngine {
    private static final long BYTES_AT_ONCE = 192L << 20;

    private final Workers workers;
    private final TextSide text;
    private final FactsSource facts;
    private final Intake intake;
    private final LinkedGraph linked;
    private final LibrarySide libraries;
    private String linkedWith;
    private final TreeMap<String, FileRow> rows = new TreeMap<>();
    private final Map<String, UserMessage> unreadable = new ConcurrentHashMap<>();
    private IgnoreRules rules;
    private List<UserMessage> scanProblems = List.of();
    private final BufferLayer layer = new BufferLayer();
    /** The graph of the files alone while there are buffers over them; null where it is not known. */
    private @Nullable CodeGraph disk;

    private volatile CodeGraph graph;

    /** @param linkedWith the key of the libraries that the graph was linked with */
    IndexEngine(
            Path root,
            Map<String, FileRow> rows,
            CodeGraph graph,
            String linkedWith,
            TextSide text,
            FactsSource facts,
            LibrarySide libraries,
            Workers workers) {
        this.linkedWith = linkedWith;
        this.libraries = libraries;
        this.rows.putAll(rows);
        this.graph = graph;
        this.text = text;
        this.facts = facts;
        this.workers = workers;
        this.intake = new Intake(root, facts, text::put, new ByteBudget(BYTES_AT_ONCE));
        this.linked = new LinkedGraph(workers.threads());
        rows.values().stream().filter(FileRow::isTooSlow).map(FileRow::factsKey).forEach(facts::rememberSlow);
        this.rules = IgnoreRules.of(root, GitEnvironment.current());
    }

    /**
     * What one round did.
     *
     * @param files paths whose facts came, changed or went
     * @param text paths whose text came, changed or went
     * @param relinked files whose calls may lead elsewhere than before
     * @param rows whether the table of files differs
     * @param parsed files that had to be parsed
     */
    record Round(Set<String> files, Set<String> text, Set<String> relinked, boolean rows, int parsed) {
        static final Round NOTHING = new Round(Set.of(), Set.of(), Set.of(), false, 0);
    }

    /** The newest graph, with unsaved buffers in place of files. */
    CodeGraph graph() {
        return graph;
    }

    Map<String, FileRow> rows() {
        return rows;
    }

    /** The key of the libraries that the graph was linked with. */
    String linkedWith() {
        return linkedWith;
    }

    /** Types against the newest files; null where nothing was linked yet. From any thread. */
    @Nullable
    LiveTypes types() {
        return linked.types();
    }

    IgnoreRules rules() {
        return rules;
    }

    /** Looks at the whole tree. */
    Round rescan(Set<String> redo, Trust trust, Progress progress, Cancellation cancellation)
            throws OrreryException, IOException {
        progress.at("indexer.stage.scanning", 0, 0);
        rules = rules.reread();
        long now = nowNanos();
        Scan scan = new RepositoryScanner(rules).scan(cancellation);
        scanProblems = scan.problems();
        libraries.look(paths(scan.files()));
        Round round;
        try {
            round = take(Changes.between(scan.files(), rows, redo, now, trust), trust, progress, cancellation);
        } finally {
            facts.flush();
        }
        unreadable.keySet().retainAll(paths(scan.files()));
        return round;
    }

    private static Set<String> paths(Collection<ScannedFile> files) {
        return Set.copyOf(files.stream().map(ScannedFile::path).toList());
    }

    /** Looks at some files and folders only. Their facts are brought to disk by the next commit. */
    Round look(Set<String> paths, Cancellation cancellation) throws IOException {
        long now = nowNanos();
        PathLook look = PathLook.at(paths, rules, rows, cancellation);
        for (String path : paths) {
            unreadable.keySet().removeIf(known -> known.equals(path) || known.startsWith(path + "/"));
        }
        Changes changes = Changes.between(look.found(), look.scope(), Set.of(), now, Trust.STAMPS);
        if (changes.touches(LibraryFinder::matters)) {
            Set<String> after = new HashSet<>(rows.keySet());
            after.removeAll(changes.gone());
            after.addAll(paths(look.found()));
            libraries.look(after);
        }
        return take(changes, Trust.STAMPS, Progress.SILENT, cancellation);
    }

    private Round take(Changes changes, Trust trust, Progress progress, Cancellation cancellation) throws IOException {
        ConcurrentLinkedQueue<Taken> taken = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        int total = changes.candidates().size();
        workers.forEach(changes.candidates(), cancellation, candidate -> {
            taken.add(intake.take(candidate));
            progress.at("indexer.stage.reading", done.incrementAndGet(), total);
        });
        return merge(new RoundResult(taken, changes.gone(), rows), trust, progress, cancellation);
    }

    private Round merge(RoundResult result, Trust trust, Progress progress, Cancellation cancellation)
            throws IOException {
        CodeGraph next = graph;
        Set<String> relinked = Set.of();
        Relink seen = layer.seen(result);
        boolean all = trust == Trust.NOTHING || !libraries.key().equals(linkedWith);
        if (all || !seen.isEmpty()) {
            progress.at("indexer.stage.linking", 0, 0);
            next = link(result, seen, cancellation);
            relinked = linked.relinked();
        } else if (!result.facts().isEmpty() || !result.factsGone().isEmpty()) {
            next = graph.withGeneration(graph.generation() + 1); // what will be committed is another one
        }
        layer.changedBelow(result);
        disk = next == graph ? disk : null;
        for (String path : result.gone()) {
            text.remove(path);
            rows.remove(path);
        }
        rows.putAll(result.rows());
        unreadable.keySet().removeAll(result.rows().keySet());
        unreadable.putAll(result.unreadable());
        text.publish();
        graph = next;
        return result.round(relinked);
    }

    private CodeGraph link(RoundResult result, Relink seen, Cancellation cancellation) throws IOException {
        long generation = graph.generation() + 1;
        if (isFilled()) {
            return linked.update(seen.facts(), seen.gone(), generation, cancellation);
        }
        Map<String, KeptFacts> all = storedFacts(result, cancellation);
        layer.cover(all);
        ClassPath classPath = libraries.classPath();
        CodeGraph filled = linked.fill(all, classPath, generation, cancellation);
        libraries.tried(classPath);
        linkedWith = libraries.key();
        return filled;
    }

    private boolean isFilled() {
        return linked.isFilled() && libraries.key().equals(linkedWith);
    }

    /** Fills the linker where it is not, because buffers need it; the graph stays what it is. */
    Round fill(Cancellation cancellation) throws IOException {
        RoundResult nothing = new RoundResult(List.of(), Set.of(), rows);
        return isFilled() ? Round.NOTHING : merge(nothing, Trust.NOTHING, Progress.SILENT, cancellation);
    }

    /** Paths whose buffers are no longer among these, or are ignored now. */
    Set<String> ended(Map<String, Document> buffers) {
        Set<String> ended = new HashSet<>(layer.paths());
        ended.removeIf(path -> buffers.containsKey(path) && isIndexed(path));
        return ended;
    }

    /** Buffers whose text is not what was laid over the files last. */
    @SuppressWarnings("ReferenceEquality")
    List<Document> newer(Map<String, Document> buffers) {
        List<Document> newer = new ArrayList<>();
        buffers.forEach((path, document) -> {
            Entry known = layer.get(path);
            if (isIndexed(path) && (known == null || known.document() != document)) {
                newer.add(document);
            }
        });
        return newer;
    }

    private boolean isIndexed(String path) {
        return !rules.isIgnored(path, EntryKind.FILE);
    }

    /** Lays buffers over the files in place of those that lay there. The linker must be filled. Rows and what is stored stay the disk's. */
    Round layOver(Map<String, Document> buffers, Cancellation cancellation) throws IOException {
        Set<String> ended = ended(buffers);
        Map<String, Entry> made = new ConcurrentHashMap<>();
        workers.forEach(newer(buffers), cancellation, document -> {
            Entry before = layer.get(document.path());
            made.put(document.path(), intake.unsaved(document, before != null && before.tooSlow()));
        });
        if (ended.isEmpty() && made.isEmpty()) {
            return Round.NOTHING;
        }
        Relink relink = new Relink();
        ended.stream()
                .filter(path -> !isOnDisk(layer.get(path), path))
                .forEach(path -> relink.add(path, layer.below(path)));
        Map<String, KeptFacts> below = new HashMap<>();
        made.forEach((path, entry) -> {
            KeptFacts linkedNow = linked.facts(path);
            if (linkedNow != null) {
                below.put(path, linkedNow);
            }
            if (layer.get(path) != null || !isOnDisk(entry, path)) {
                relink.add(path, entry.facts());
            }
        });
        CodeGraph next = graph;
        if (!relink.isEmpty()) {
            next = linked.update(relink.facts(), relink.gone(), graph.generation() + 1, cancellation);
        }
        disk = layer.isEmpty() ? graph : disk;
        layer.remove(ended);
        made.forEach((path, entry) -> layer.put(entry, below.get(path)));
        text.layOver(layer.texts());
        graph = next;
        Set<String> paths = new HashSet<>(ended);
        paths.addAll(made.keySet());
        return new Round(paths, paths, relink.isEmpty() ? Set.of() : linked.relinked(), false, made.size());
    }

    /** Whether a buffer holds what the index knows the file to hold, so that both link alike. */
    private boolean isOnDisk(@Nullable Entry entry, String path) {
        FileRow row = rows.get(path);
        return entry != null
                && row != null
                && row.hash().equals(entry.hash())
                && row.hasFacts() == (entry.facts() != null);
    }

    /** The graph of the files as they are on disk, without buffers: what may be stored. */
    CodeGraph disk(Cancellation cancellation) throws IOException {
        if (layer.isEmpty()) {
            return graph;
        }
        CodeGraph known = disk;
        if (known == null) {
            if (!linked.isFilled()) {
                link(new RoundResult(List.of(), Set.of(), rows), new Relink(), cancellation);
            }
            Relink lifted = layer.lifted();
            known = linked.update(lifted.facts(), lifted.gone(), graph.generation(), cancellation);
            Relink laid = layer.laid();
            linked.update(laid.facts(), laid.gone(), graph.generation(), cancellation);
            disk = known;
        }
        return known;
    }

    /** The facts of all files: new ones from the result, the others from the store; what the store lost is made again. */
    private Map<String, KeptFacts> storedFacts(RoundResult result, Cancellation cancellation) throws IOException {
        List<FileRow> stored = new ArrayList<>();
        for (FileRow row : rows.values()) {
            String path = row.path();
            boolean replaced =
                    result.facts().containsKey(path) || result.factsGone().contains(path);
            if (row.hasFacts() && !replaced) {
                stored.add(row);
            }
        }
        Map<String, KeptFacts> all = new ConcurrentHashMap<>();
        ConcurrentLinkedQueue<Taken> late = new ConcurrentLinkedQueue<>();
        workers.forEach(stored, cancellation, row -> {
            KeptFacts known = facts.known(row.factsKey());
            if (known != null) {
                all.put(row.path(), known);
            } else {
                late.add(intake.take(new Candidate(row.path(), row.stamp(), null, true)));
            }
        });
        late.forEach(result::add);
        all.putAll(result.facts());
        return all;
    }

    /** Fills the linker ahead of the first change, which otherwise waits for it. Facts that were lost wait for that change. */
    void warm(Cancellation cancellation) throws IOException {
        if (!linked.isFilled() && layer.isEmpty() && !rows.isEmpty()) {
            RoundResult nothing = new RoundResult(List.of(), Set.of(), rows);
            Map<String, KeptFacts> all = storedFacts(nothing, cancellation);
            if (nothing.isEmpty()) {
                linked.warm(all, libraries.classPath(), cancellation);
            }
        }
    }

    /** Scan problems first, then those of libraries, then those of single files in the order of their paths; what all files of a language share once. */
    List<UserMessage> problems() {
        List<UserMessage> problems = new ArrayList<>(scanProblems);
        problems.addAll(libraries.found().problems());
        problems.addAll(new TreeMap<>(unreadable).values());
        int unparsable = 0;
        for (FileRow row : rows.values()) {
            UserMessage problem = row.problem();
            if (problem != null && problem.key().equals("indexer.file.noparser")) {
                unparsable++;
            } else if (problem != null) {
                problems.add(problem);
            }
        }
        if (unparsable > 0) {
            problems.add(UserMessage.of("indexer.files.noparser", unparsable));
        }
        return problems;
    }

    private static long nowNanos() {
        java.time.Instant now = java.time.Instant.now();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }
}
