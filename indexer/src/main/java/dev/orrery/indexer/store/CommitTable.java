package dev.orrery.indexer.store;

import java.util.List;

/**
 * What the commits of a repository changed, as columns; commits in no particular order. A commit's changes are the cells from
 * {@code firstChange[commit]} to {@code firstChange[commit + 1]}.
 *
 * @param ids twenty bytes a commit, one after the other
 * @param seconds when it was committed, since 1970, unsigned
 * @param authors index into {@code names}
 * @param firstChange one more than there are commits
 * @param paths index into {@code names}: the changed path, relative to the top of the working tree
 * @param before index into {@code names}: the path that it was renamed from without another change, or -1
 * @param names authors' names and paths
 */
@SuppressWarnings("ArrayRecordComponent")
public record CommitTable(
        byte[] ids, int[] seconds, int[] authors, int[] firstChange, int[] paths, int[] before, List<String> names) {
    /** Bytes of a commit's id. */
    public static final int ID = 20;

    public static final CommitTable EMPTY =
            new CommitTable(new byte[0], new int[0], new int[0], new int[] {0}, new int[0], new int[0], List.of());

    public int size() {
        return seconds.length;
    }

    byte[] encode() {
        ColumnWriter out = new ColumnWriter();
        out.column(ids);
        out.column(seconds);
        out.column(authors);
        out.column(firstChange);
        out.column(paths);
        out.column(before);
        out.texts(names.toArray(String[]::new));
        return out.toDeflated();
    }

    static CommitTable decode(byte[] bytes) throws DamagedException {
        ColumnReader in = ColumnReader.inflated(bytes);
        CommitTable table =
                new CommitTable(in.bytes(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), List.of(in.texts()));
        table.check();
        return table;
    }

    private void check() throws DamagedException {
        int size = size();
        boolean sound = ids.length == size * ID
                && authors.length == size
                && firstChange.length == size + 1
                && firstChange[0] == 0
                && firstChange[size] == paths.length
                && before.length == paths.length
                && within(authors, 0)
                && within(paths, 0)
                && within(before, -1);
        for (int commit = 0; sound && commit < size; commit++) {
            sound = firstChange[commit] <= firstChange[commit + 1];
        }
        if (!sound) {
            throw new DamagedException("commits");
        }
    }

    private boolean within(int[] column, int least) {
        for (int cell : column) {
            if (cell < least || cell >= names.size()) {
                return false;
            }
        }
        return true;
    }
}
