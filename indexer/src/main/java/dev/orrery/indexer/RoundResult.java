package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.IndexEngine.Round;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.store.FileRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What taking in many files adds up to, against the rows from before. */
final class RoundResult {
    private final Map<String, FileRow> before;
    private final Map<String, FileRow> rows = new HashMap<>();
    private final Map<String, KeptFacts> facts = new HashMap<>();
    private final Map<String, UserMessage> unreadable = new HashMap<>();
    private final Set<String> gone = new HashSet<>();
    private final Set<String> factsGone = new HashSet<>();
    private final Set<String> text = new HashSet<>();
    private boolean restamped;
    private int parsed;

    RoundResult(Collection<Taken> taken, Set<String> gone, Map<String, FileRow> before) {
        this.before = before;
        gone.forEach(this::gone);
        taken.forEach(this::add);
    }

    void add(Taken taken) {
        switch (taken) {
            case Taken.Gone(String path) -> gone(path);
            case Taken.Unreadable(String path, UserMessage why) -> {
                unreadable.put(path, why);
                gone(path);
            }
            case Taken.Same(FileRow row) -> {
                restamped |= !row.equals(before.get(row.path()));
                rows.put(row.path(), row);
            }
            case Taken.Changed changed -> changed(changed);
        }
    }

    private void changed(Taken.Changed changed) {
        String path = changed.path();
        rows.put(path, changed.row());
        text.add(path);
        KeptFacts made = changed.facts();
        if (made == null) {
            loseFacts(path);
        } else {
            facts.put(path, made);
            parsed += changed.parsed() ? 1 : 0;
        }
    }

    private void gone(String path) {
        gone.add(path);
        text.add(path);
        rows.remove(path);
        facts.remove(path);
        loseFacts(path);
    }

    private void loseFacts(String path) {
        FileRow row = before.get(path);
        if (row != null && row.hasFacts()) {
            factsGone.add(path);
        }
    }

    boolean isEmpty() {
        return rows.isEmpty() && gone.isEmpty();
    }

    /** New or changed rows. */
    Map<String, FileRow> rows() {
        return rows;
    }

    Map<String, KeptFacts> facts() {
        return facts;
    }

    /** Files that had facts and have none now. */
    Set<String> factsGone() {
        return factsGone;
    }

    Set<String> gone() {
        return gone;
    }

    Map<String, UserMessage> unreadable() {
        return unreadable;
    }

    Round round(Set<String> relinked) {
        Set<String> linked = new HashSet<>(facts.keySet());
        linked.addAll(factsGone);
        boolean rowsDiffer = restamped || !text.isEmpty();
        return new Round(linked, Set.copyOf(text), relinked, rowsDiffer, parsed);
    }
}
