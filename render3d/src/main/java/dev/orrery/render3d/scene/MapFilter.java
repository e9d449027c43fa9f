package dev.orrery.render3d.scene;

import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * What of a graph the map shows. What is filtered away leaves its place empty: nothing moves.
 *
 * @param tests whether tests are shown
 * @param kinds the kinds of symbols that are shown
 * @param folder only files below this folder are shown; empty for all
 * @param resolutions the kinds of calls that are shown
 * @param visibility which declarations are shown by their access
 */
public record MapFilter(
        Tests tests, Set<SymbolKind> kinds, String folder, Set<Resolution> resolutions, Visibility visibility) {
    /** Whether test code is shown. */
    public enum Tests {
        SHOWN,
        HIDDEN
    }

    /** How far a declaration must be visible to be shown. */
    public enum Visibility {
        ALL,
        PUBLIC
    }

    private static final MapFilter ALL = new MapFilter(
            Tests.SHOWN,
            EnumSet.allOf(SymbolKind.class),
            "",
            EnumSet.of(Resolution.EXACT, Resolution.INFERRED, Resolution.AMBIGUOUS),
            Visibility.ALL);

    public MapFilter {
        kinds = Set.copyOf(kinds);
        resolutions = Set.copyOf(resolutions);
    }

    /** Shows everything. */
    public static MapFilter all() {
        return ALL;
    }

    public MapFilter withTests(Tests shown) {
        return new MapFilter(shown, kinds, folder, resolutions, visibility);
    }

    public MapFilter withKinds(Set<SymbolKind> shown) {
        return new MapFilter(tests, shown, folder, resolutions, visibility);
    }

    public MapFilter withFolder(String prefix) {
        return new MapFilter(tests, kinds, prefix, resolutions, visibility);
    }

    public MapFilter withResolutions(Set<Resolution> shown) {
        return new MapFilter(tests, kinds, folder, shown, visibility);
    }

    public MapFilter withVisibility(Visibility shown) {
        return new MapFilter(tests, kinds, folder, resolutions, shown);
    }

    /** Whether a file with this path is inside {@link #folder}. */
    public boolean covers(String path) {
        return folder.isEmpty()
                || path.equals(folder)
                || (path.startsWith(folder) && (folder.endsWith("/") || path.charAt(folder.length()) == '/'));
    }
}
