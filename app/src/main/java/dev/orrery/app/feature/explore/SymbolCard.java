package dev.orrery.app.feature.explore;

import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.session.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the inspector shows of one symbol.
 *
 * @param key the symbol
 * @param title its name with that of its type
 * @param kind what it is
 * @param modifiers as the language writes them
 * @param place where its name stands
 * @param metrics its figures
 * @param callers who calls it, nearest first
 * @param callees whom it calls, in source order
 * @param impact who is reached by a change of it, nearest first; the metrics count all of them
 * @param endLine the last line of its declaration
 */
public record SymbolCard(
        SymbolKey key,
        String title,
        SymbolKind kind,
        String modifiers,
        Place place,
        List<Metric> metrics,
        List<Related> callers,
        List<Related> callees,
        List<Related> impact,
        int endLine) {
    public SymbolCard {
        metrics = List.copyOf(metrics);
        callers = List.copyOf(callers);
        callees = List.copyOf(callees);
        impact = List.copyOf(impact);
    }

    /** A figure and the bundle key of what it counts. */
    public record Metric(int value, String labelKey) {}

    /**
     * A symbol at the other end of a call, or of a way of several.
     *
     * @param key the symbol; none where it lies outside the repository
     * @param label its name with that of its type
     * @param region the region it lies in
     * @param hue its region's hue
     * @param noteKey bundle key of what is special about the call, shown in place of the region; empty if nothing is
     * @param noteCount the note's number
     * @param call where the call stands
     * @param way whom the way leads over, a line each; empty for a single call
     */
    public record Related(
            @Nullable SymbolKey key,
            String label,
            String region,
            int hue,
            String noteKey,
            int noteCount,
            Place call,
            String way) {}
}
