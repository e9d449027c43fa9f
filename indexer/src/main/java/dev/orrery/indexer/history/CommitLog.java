package dev.orrery.indexer.history;

import dev.orrery.indexer.store.CommitTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.ObjectId;

/** A {@link CommitTable} that grows, with its commits findable by their ids. One thread at a time. */
final class CommitLog {
    private final Map<ObjectId, Integer> known = new HashMap<>();
    private final Map<String, Integer> nameIds = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private byte[] ids;
    private int[] seconds;
    private int[] authors;
    private int[] firstChange;
    private int[] paths;
    private int[] before;
    private int size;
    private int changes;

    CommitLog(CommitTable stored) {
        ids = stored.ids();
        seconds = stored.seconds();
        authors = stored.authors();
        firstChange = stored.firstChange();
        paths = stored.paths();
        before = stored.before();
        size = stored.size();
        changes = paths.length;
        for (String name : stored.names()) {
            nameIds.put(name, names.size());
            names.add(name);
        }
        for (int commit = 0; commit < size; commit++) {
            known.put(ObjectId.fromRaw(ids, commit * CommitTable.ID), commit);
        }
    }

    int size() {
        return size;
    }

    /** Where a commit stands, or -1. */
    int find(ObjectId id) {
        return known.getOrDefault(id, -1);
    }

    /** Adds a commit that is not known yet, and returns where it stands. */
    int add(ObjectId id, long second, String author, List<Change> changed) {
        if (size == seconds.length) {
            int more = Math.max(64, size * 2);
            ids = Arrays.copyOf(ids, more * CommitTable.ID);
            seconds = Arrays.copyOf(seconds, more);
            authors = Arrays.copyOf(authors, more);
            firstChange = Arrays.copyOf(firstChange, more + 1);
        }
        id.copyRawTo(ids, size * CommitTable.ID);
        seconds[size] = (int) Math.max(0, second);
        authors[size] = name(author);
        for (Change change : changed) {
            if (changes == paths.length) {
                paths = Arrays.copyOf(paths, Math.max(256, changes * 2));
                before = Arrays.copyOf(before, paths.length);
            }
            paths[changes] = name(change.path());
            before[changes] = change.before().isEmpty() ? -1 : name(change.before());
            changes++;
        }
        firstChange[size + 1] = changes;
        known.put(id.copy(), size);
        return size++;
    }

    private int name(String name) {
        Integer id = nameIds.putIfAbsent(name, names.size());
        if (id != null) {
            return id;
        }
        names.add(name);
        return names.size() - 1;
    }

    CommitTable table() {
        return new CommitTable(
                Arrays.copyOf(ids, size * CommitTable.ID),
                Arrays.copyOf(seconds, size),
                Arrays.copyOf(authors, size),
                Arrays.copyOf(firstChange, size + 1),
                Arrays.copyOf(paths, changes),
                Arrays.copyOf(before, changes),
                List.copyOf(names));
    }

    /**
     * A path that a commit changed.
     *
     * @param before the path that the same bytes had in the parent, where they only moved; otherwise empty
     */
    record Change(String path, String before) {}
}
