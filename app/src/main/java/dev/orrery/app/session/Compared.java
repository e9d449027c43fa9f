package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.compare.Change;
import dev.orrery.indexer.compare.Comparison;
import dev.orrery.indexer.compare.Difference;
import dev.orrery.render3d.scene.GhostGraph;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.scene.SymbolState;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between the working tree and a revision, as window and map show it.
 *
 * @param revision what was compared with, as it was named
 * @param comparison what differs
 * @param layer the same over the map, with ghosts of what was removed
 * @param rows what differs by how, in the order of paths
 */
public record Compared(String revision, Comparison comparison, SymbolLayer layer, Map<Change, List<Row>> rows) {
    /**
     * A declaration that differs.
     *
     * @param key under which the map knows it
     * @param label its name with that of its type
     * @param path the file it is in, or was
     * @param from where it was, if elsewhere; else empty
     */
    public record Row(SymbolKey key, String label, String path, String from) {}

    /** Lays the comparison over its graph; takes as long as a copy of the graph's symbols. */
    static Compared of(String revision, Comparison comparison) {
        CodeGraph present = comparison.graph();
        GhostGraph haunted = GhostGraph.of(present, comparison.ghosts());
        byte[] states = new byte[haunted.graph().symbolCount()];
        for (int symbol = 0; symbol < present.symbolCount(); symbol++) {
            states[haunted.symbol(symbol)] =
                    (byte) state(comparison.change(symbol)).ordinal();
        }
        for (int ghost = 0; ghost < comparison.ghosts().size(); ghost++) {
            states[haunted.ghost(ghost)] = (byte) SymbolState.REMOVED.ordinal();
        }
        SymbolLayer layer = SymbolLayer.of(
                haunted.graph(),
                states,
                comparison.newCalls(),
                UserMessage.of("app.compare.title", revision),
                List.of(
                        UserMessage.of("app.compare.calls", comparison.addedCalls(), comparison.removedCalls()),
                        UserMessage.of("app.compare.files", comparison.files())));
        return new Compared(revision, comparison, layer, rows(comparison, haunted));
    }

    private static SymbolState state(Change change) {
        return switch (change) {
            case SAME -> SymbolState.UNCHANGED;
            case ADDED -> SymbolState.ADDED;
            case CHANGED -> SymbolState.CHANGED;
            case MOVED -> SymbolState.MOVED;
            case REMOVED -> SymbolState.REMOVED;
        };
    }

    private static Map<Change, List<Row>> rows(Comparison comparison, GhostGraph haunted) {
        Map<Change, List<Row>> rows = new EnumMap<>(Change.class);
        int ghost = 0;
        for (Difference difference : comparison.differences()) {
            SymbolKey before = difference.before();
            boolean isGhost = difference.change() == Change.REMOVED;
            SymbolKey key = isGhost ? haunted.graph().key(haunted.ghost(ghost++)) : difference.key();
            rows.computeIfAbsent(difference.change(), change -> new ArrayList<>())
                    .add(new Row(
                            key,
                            SymbolText.label(difference.key()),
                            difference.key().path(),
                            before == null ? "" : before.path()));
        }
        return rows;
    }
}
