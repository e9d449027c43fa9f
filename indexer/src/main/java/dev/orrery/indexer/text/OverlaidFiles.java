package dev.orrery.indexer.text;

import java.util.Map;
import org.apache.lucene.util.FixedBitSet;

/**
 * The files of a reader and those of an overlay, numbered together. Immutable.
 *
 * @param table all of them
 * @param changed those that may hold anything
 * @param gone those that are not there any longer
 * @param unsaved texts that are searched in place of files
 */
record OverlaidFiles(FileTable table, FixedBitSet changed, FixedBitSet gone, Map<String, UnsavedText> unsaved) {
    /** Keeps the table where no file was added. */
    static OverlaidFiles of(FileTable base, Overlay overlay) {
        String[] added = overlay.there().stream()
                .filter(path -> base.find(path) < 0)
                .sorted()
                .toArray(String[]::new);
        FileTable table = added.length == 0 ? base : base.with(added);
        FixedBitSet changed = new FixedBitSet(table.size());
        FixedBitSet gone = new FixedBitSet(table.size());
        overlay.there().forEach(path -> changed.set(table.find(path)));
        overlay.gone().stream().mapToInt(table::find).filter(file -> file >= 0).forEach(gone::set);
        return new OverlaidFiles(table, changed, gone, overlay.unsaved());
    }

    /** Adds what changed to candidates and takes away what is gone. */
    void correct(FixedBitSet candidates) {
        candidates.or(changed);
        candidates.andNot(gone);
    }
}
