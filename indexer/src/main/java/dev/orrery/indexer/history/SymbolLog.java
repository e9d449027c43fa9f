package dev.orrery.indexer.history;

import dev.orrery.indexer.history.SamplePlan.Move;
import dev.orrery.indexer.history.SamplePlan.Step;
import dev.orrery.indexer.store.CommitTable;
import dev.orrery.indexer.store.SampleTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/** A {@link SampleTable} that grows path by path, so that what was found stays found when the reading is cut short. Safe from any thread. */
final class SymbolLog {
    private final Samples samples;
    private final DeclarationRows rows;
    private final Map<String, Track> tracks = new TreeMap<>();
    private final List<Move> moves = new ArrayList<>();
    private int complete;

    private record Track(TrackEvents events, int settled) {}

    /** Begins with what a table knows of those samples that it begins with too. */
    SymbolLog(SampleTable table, Samples samples) {
        this.samples = samples;
        this.rows = new DeclarationRows(table);
        int kept = common(table, samples);
        this.complete = Math.min(kept, table.complete());
        for (int path = 0; path < table.paths().length; path++) {
            TrackEvents known = new TrackEvents();
            int settled = Math.min(kept, table.settled()[path]);
            for (int event = table.firstEvent()[path]; event < table.firstEvent()[path + 1]; event++) {
                if (table.samples()[event] < settled) {
                    known.add(
                            table.samples()[event],
                            table.declarations()[event],
                            SymbolChange.of(table.changes()[event]));
                }
            }
            tracks.put(table.names().get(table.paths()[path]), new Track(known, settled));
        }
    }

    /** With how many samples both begin. */
    static int common(SampleTable table, Samples samples) {
        int count = Math.min(table.seconds().length, samples.count());
        for (int sample = 0; sample < count; sample++) {
            if (!samples.commit(sample).equals(ObjectId.fromRaw(table.ids(), sample * CommitTable.ID))) {
                return sample;
            }
        }
        return count;
    }

    DeclarationRows rows() {
        return rows;
    }

    /** @param found how files moved, in all samples */
    synchronized void moved(List<Move> found) {
        moves.clear();
        moves.addAll(found);
    }

    /** Those steps of a path that were not taken yet. */
    synchronized List<Step> missing(String path, List<Step> steps) {
        Track track = tracks.get(path);
        int settled = track == null ? complete : track.settled();
        return steps.stream().filter(step -> step.sample() >= settled).toList();
    }

    /** A copy of what is known of a path. */
    synchronized TrackEvents known(String path) {
        Track track = tracks.get(path);
        return track == null ? new TrackEvents() : new TrackEvents(track.events());
    }

    synchronized void settle(String path, TrackEvents events) {
        tracks.put(path, new Track(events, samples.count()));
    }

    /** Says that every path was looked at in every sample. */
    synchronized void settle() {
        complete = samples.count();
        tracks.values().removeIf(track -> track.events().size() == 0);
        tracks.replaceAll((path, track) -> new Track(track.events(), complete));
    }

    /** What is known so far; the order of what one sample shows of one path depends on the order of reading. */
    synchronized SampleTable table() {
        moves.forEach(move -> {
            tracks.computeIfAbsent(move.from(), path -> new Track(new TrackEvents(), complete));
            tracks.computeIfAbsent(move.to(), path -> new Track(new TrackEvents(), complete));
        });
        byte[] ids = new byte[samples.count() * CommitTable.ID];
        int[] seconds = new int[samples.count()];
        for (int sample = 0; sample < seconds.length; sample++) {
            samples.commit(sample).copyRawTo(ids, sample * CommitTable.ID);
            seconds[sample] = samples.commit(sample).getCommitTime();
        }
        SampleTableBuilder table = new SampleTableBuilder(rows);
        Map<String, Integer> places = new HashMap<>();
        tracks.forEach((path, track) -> {
            places.put(path, places.size());
            table.path(path, track.settled(), track.events());
        });
        for (Move move : moves) {
            table.move(
                    move.sample(),
                    Objects.requireNonNull(places.get(move.from())),
                    Objects.requireNonNull(places.get(move.to())));
        }
        return table.build(ids, seconds, complete);
    }
}
