package dev.orrery.indexer.link;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.UnitLinks;
import java.util.Arrays;
import java.util.List;

/** Which rows of one assembly stand where in the next one. */
final class RowMoves {
    /** By file: the file of the old assembly that has the same facts and the same links, or -1. */
    final int[] keptFrom;
    /** By file, and one more: its first symbol. */
    final int[] firstSymbol;
    /** By handle: its symbol, or -1. */
    final int[] symbolOf;
    /** By symbol of the old assembly: its symbol now, or -1. */
    final int[] moved;
    /** By file of the old assembly: whether its facts and links are still the same. */
    final boolean[] isKept;

    private final List<SourceUnit> before;
    private final List<SourceUnit> after;

    /**
     * @param linksBefore by file of {@code before}: its links then
     * @param firstBefore by file of {@code before}, and one more: its first symbol
     * @param symbolBefore by handle: its symbol then, or -1
     * @param handles one more than the largest handle
     */
    @SuppressWarnings("ReferenceEquality")
    RowMoves(
            List<SourceUnit> before,
            UnitLinks[] linksBefore,
            int[] firstBefore,
            int[] symbolBefore,
            List<SourceUnit> after,
            int handles) {
        this.before = before;
        this.after = after;
        keptFrom = new int[after.size()];
        firstSymbol = new int[after.size() + 1];
        moved = new int[firstBefore[before.size()]];
        isKept = new boolean[before.size()];
        Arrays.fill(keptFrom, -1);
        Arrays.fill(moved, -1);
        int[] replaced = new int[after.size()];
        int old = 0;
        for (int file = 0; file < after.size(); file++) {
            SourceUnit unit = after.get(file);
            while (old < before.size() && isBefore(before.get(old), unit)) {
                old++;
            }
            int symbols = unit.facts().declarations().count();
            firstSymbol[file + 1] = firstSymbol[file] + symbols;
            replaced[file] = -1;
            if (old < before.size() && before.get(old) == unit) {
                for (int i = 0; i < symbols; i++) {
                    moved[firstBefore[old] + i] = firstSymbol[file] + i;
                }
                isKept[old] = linksBefore[old] == unit.links();
                keptFrom[file] = isKept[old] ? old : -1;
                old++;
            } else {
                boolean samePath = old < before.size() && before.get(old).path().equals(unit.path());
                replaced[file] = samePath ? old++ : before.size();
            }
        }
        symbolOf = Arrays.copyOf(symbolBefore, handles);
        Arrays.fill(symbolOf, symbolBefore.length, handles, -1);
        moveHandles(symbolBefore.length);
        for (int file = 0; file < replaced.length; file++) {
            if (replaced[file] >= 0) {
                replace(file, replaced[file], firstBefore);
            }
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isBefore(SourceUnit one, SourceUnit other) {
        return one != other && one.path().compareTo(other.path()) < 0;
    }

    private void moveHandles(int known) {
        for (int handle = 0; handle < known; handle++) {
            int symbol = symbolOf[handle];
            symbolOf[handle] = symbol < 0 ? -1 : moved[symbol];
        }
    }

    /** Gives the handles of a new or changed file their symbols; what kept its handle has moved. */
    private void replace(int file, int old, int[] firstBefore) {
        SourceUnit unit = after.get(file);
        for (int row = 0; row < unit.facts().declarations().count(); row++) {
            symbolOf[unit.handle(row)] = firstSymbol[file] + row;
        }
        if (old < before.size()) {
            SourceUnit gone = before.get(old);
            for (int row = 0; row < gone.facts().declarations().count(); row++) {
                moved[firstBefore[old] + row] = symbolOf[gone.handle(row)];
            }
        }
    }
}
