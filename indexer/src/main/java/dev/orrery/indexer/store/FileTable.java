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
        out.number(rows.size());
        long modifiedAbove = 0;
        long inodeAbove = 0;
        for (FileRow row : new TreeMap<>(rows).values()) {
            out.text(row.path());
            out.number(row.stamp().size());
            out.number(row.stamp().modifiedNanos() - modifiedAbove);
            out.number(row.stamp().inode() - inodeAbove);
            out.number(row.stamp().racy() ? 1 : 0);
            out.hash(row.hash());
            out.text(row.language());
            out.number(row.extractor());
            out.number(row.treatment().ordinal());
            problem(out, row.problem());
            modifiedAbove = row.stamp().modifiedNanos();
            inodeAbove = row.stamp().inode();
        }
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
        Map<String, FileRow> rows = new TreeMap<>();
        long modifiedAbove = 0;
        long inodeAbove = 0;
        for (int left = in.count(); left > 0; left--) {
            String path = in.text();
            long size = in.number();
            modifiedAbove += in.number();
            inodeAbove += in.number();
            FileStamp stamp = new FileStamp(size, modifiedAbove, inodeAbove, in.number() != 0);
            ContentHash hash = in.hash();
            String language = in.text();
            int extractor = (int) in.number();
            int treatment = (int) in.number();
            if (treatment < 0 || treatment >= TREATMENTS.length) {
                throw new DamagedException("treatment");
            }
            rows.put(path, new FileRow(path, stamp, hash, language, extractor, TREATMENTS[treatment], problem(in)));
        }
        return rows;
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
