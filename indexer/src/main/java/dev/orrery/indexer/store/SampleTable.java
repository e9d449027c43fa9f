package dev.orrery.indexer.store;

import java.util.List;

/**
 * How the declarations of a repository changed from one sampled commit to the next, as columns. The events of a path are the
 * cells from {@code firstEvent[path]} to {@code firstEvent[path + 1]}, by sample and declaration.
 *
 * @param extraction tells the versions of the extractors that found the declarations
 * @param ids twenty bytes a sample, oldest first
 * @param seconds when each was committed, since 1970, unsigned
 * @param names packages, names, parameters and paths
 * @param parents of each declaration: the enclosing declaration's row, which comes before, or the complement of its package in {@code names}
 * @param kinds ordinals of {@link dev.orrery.api.SymbolKind}
 * @param declared index into {@code names}: the simple names
 * @param parameters index into {@code names}: the erased parameters, or -1
 * @param ordinals as in {@link dev.orrery.api.SymbolKey}
 * @param paths index into {@code names}
 * @param settled how many samples, from the oldest, each path was looked at in
 * @param complete how many samples, from the oldest, all other paths were looked at in
 * @param firstEvent one more than there are paths
 * @param samples of each event: the sample that shows it
 * @param declarations of each event: the declaration's row
 * @param changes of each event: the ordinal of what happened
 * @param moves three cells each: sample, path before, path after
 */
@SuppressWarnings("ArrayRecordComponent")
public record SampleTable(
        int extraction,
        byte[] ids,
        int[] seconds,
        List<String> names,
        int[] parents,
        byte[] kinds,
        int[] declared,
        int[] parameters,
        int[] ordinals,
        int[] paths,
        int[] settled,
        int complete,
        int[] firstEvent,
        int[] samples,
        int[] declarations,
        byte[] changes,
        int[] moves) {
    /** Kinds of events there can be. */
    public static final int CHANGES = 3;

    private static final int MOST_KINDS = dev.orrery.api.SymbolKind.values().length;

    public static final SampleTable EMPTY = new SampleTable(
            0,
            new byte[0],
            new int[0],
            List.of(),
            new int[0],
            new byte[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            new int[0],
            0,
            new int[] {0},
            new int[0],
            new int[0],
            new byte[0],
            new int[0]);

    byte[] encode() {
        ColumnWriter out = new ColumnWriter();
        out.number(extraction);
        out.column(ids);
        out.column(seconds);
        out.texts(names.toArray(String[]::new));
        out.column(parents);
        out.column(kinds);
        out.column(declared);
        out.column(parameters);
        out.column(ordinals);
        out.column(paths);
        out.column(settled);
        out.number(complete);
        out.column(firstEvent);
        out.column(samples);
        out.column(declarations);
        out.column(changes);
        out.column(moves);
        return out.toDeflated();
    }

    static SampleTable decode(byte[] bytes) throws DamagedException {
        ColumnReader in = ColumnReader.inflated(bytes);
        SampleTable table = new SampleTable(
                (int) in.number(),
                in.bytes(),
                in.ints(),
                List.of(in.texts()),
                in.ints(),
                in.bytes(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                (int) in.number(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.bytes(),
                in.ints());
        if (in.remaining() != 0 || !table.fits() || !table.points()) {
            throw new DamagedException("symbols");
        }
        return table;
    }

    private boolean fits() {
        int rows = parents.length;
        return ids.length == seconds.length * CommitTable.ID
                && kinds.length == rows
                && declared.length == rows
                && parameters.length == rows
                && ordinals.length == rows
                && settled.length == paths.length
                && firstEvent.length == paths.length + 1
                && firstEvent[0] == 0
                && firstEvent[paths.length] == samples.length
                && declarations.length == samples.length
                && changes.length == samples.length
                && moves.length % 3 == 0;
    }

    private boolean points() {
        boolean sound = within(declared, 0, names.size())
                && within(parameters, -1, names.size())
                && within(ordinals, 0, Integer.MAX_VALUE)
                && within(paths, 0, names.size())
                && within(settled, 0, seconds.length + 1)
                && complete >= 0
                && complete <= seconds.length
                && within(samples, 0, seconds.length)
                && within(declarations, 0, parents.length);
        for (int row = 0; sound && row < parents.length; row++) {
            sound = parents[row] < row && ~parents[row] < names.size() && kinds[row] >= 0 && kinds[row] < MOST_KINDS;
        }
        for (int path = 0; sound && path < paths.length; path++) {
            sound = firstEvent[path] <= firstEvent[path + 1];
        }
        for (int event = 0; sound && event < changes.length; event++) {
            sound = changes[event] >= 0 && changes[event] < CHANGES;
        }
        for (int cell = 0; sound && cell < moves.length; cell++) {
            sound = moves[cell] >= 0 && moves[cell] < (cell % 3 == 0 ? seconds.length : paths.length);
        }
        return sound;
    }

    private static boolean within(int[] column, int least, int end) {
        for (int cell : column) {
            if (cell < least || cell >= end) {
                return false;
            }
        }
        return true;
    }
}
