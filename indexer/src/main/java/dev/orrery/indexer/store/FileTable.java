package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.store.FileRow.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of all files of an index as bytes and back, in the order of their paths. */
final class FileTable {
    private static final Treatment[] TREATMENTS = Treatment.values();

    private FileTable() {}

    static byte[] encode(Map<String, FileRow> rows) {
        ColumnWriter out = new ColumnWriter();
        List<FileRow> sorted = List.copyOf(new TreeMap<>(rows).values());
        out.number(sorted.size());
        sorted.forEach(row -> out.text(row.path()));
        sorted.forEach(row -> out.number(row.stamp().size()));
        long modifiedAbove = 0;
        long inodeAbove = 0;
        for (FileRow row : sorted) {
            out.number(row.stamp().modifiedNanos() - modifiedAbove);
            modifiedAbove = row.stamp().modifiedNanos();
        }
        for (FileRow row : sorted) {
            out.number(row.stamp().inode() - inodeAbove);
            inodeAbove = row.stamp().inode();
        }
        sorted.forEach(row -> out.number(row.stamp().racy() ? 1 : 0));
        sorted.forEach(row -> out.hash(row.hash()));
        sorted.forEach(row -> out.text(row.language()));
        sorted.forEach(row -> out.number(row.extractor()));
        sorted.forEach(row -> out.number(row.treatment().ordinal()));
        sorted.forEach(row -> problem(out, row.problem()));
        return out.toDeflated();
    }

    private static void problem(ColumnWriter out, @Nullable UserMessage problem) {
        out.text(problem == null ? "" : problem.key());
        if (problem != null) {
            out.texts(problem.arguments().stream().map(Object::toString).toArray(String[]::new));
        }
    }

    static Map<String, FileRow> decode(byte[] bytes) throws DamagedException {
        ColumnReader in = ColumnReader.inflated(bytes);
        int count = in.count();
        String[] paths = new String[count];
        for (int i = 0; i < count; i++) {
            paths[i] = in.text();
        }
        long[] sizes = numbers(in, count);
        long[] modified = sums(numbers(in, count));
        long[] inodes = sums(numbers(in, count));
        long[] racy = numbers(in, count);
        ContentHash[] hashes = new ContentHash[count];
        for (int i = 0; i < count; i++) {
            hashes[i] = in.hash();
        }
        String[] languages = new String[count];
        for (int i = 0; i < count; i++) {
            languages[i] = in.text();
        }
        long[] extractors = numbers(in, count);
        long[] treatments = numbers(in, count);
        Map<String, FileRow> rows = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            if (treatments[i] < 0 || treatments[i] >= TREATMENTS.length) {
                throw new DamagedException("treatment");
            }
            FileStamp stamp = new FileStamp(sizes[i], modified[i], inodes[i], racy[i] != 0);
            Treatment treatment = TREATMENTS[(int) treatments[i]];
            rows.put(
                    paths[i],
                    new FileRow(paths[i], stamp, hashes[i], languages[i], (int) extractors[i], treatment, problem(in)));
        }
        return rows;
    }

    private static long[] numbers(ColumnReader in, int count) throws DamagedException {
        long[] column = new long[count];
        for (int i = 0; i < count; i++) {
            column[i] = in.number();
        }
        return column;
    }

    private static long[] sums(long[] differences) {
        for (int i = 1; i < differences.length; i++) {
            differences[i] += differences[i - 1];
        }
        return differences;
    }

    private static @Nullable UserMessage problem(ColumnReader in) throws DamagedException {
        String key = in.text();
        if (key.isEmpty()) {
            return null;
        }
        List<Object> arguments = new ArrayList<>(List.of(in.texts()));
        return new UserMessage(key, arguments);
    }
}
