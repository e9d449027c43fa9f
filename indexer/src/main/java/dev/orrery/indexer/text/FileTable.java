package dev.orrery.indexer.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;

/**
 * The files of one state of the index, numbered in the order of their paths.
 *
 * @param paths by file number
 * @param numbers for each segment the file number of each of its documents, -1 where it is deleted
 */
@SuppressWarnings("ArrayRecordComponent")
record FileTable(String[] paths, int[][] numbers) {
    static FileTable of(DirectoryReader reader, SegmentCache segments) throws IOException {
        record Place(String path, int segment, int document) {}
        List<Place> places = new ArrayList<>();
        int[][] numbers = new int[reader.leaves().size()][];
        for (LeafReaderContext leaf : reader.leaves()) {
            SegmentWords words = segments.of(leaf.reader());
            Bits live = leaf.reader().getLiveDocs();
            numbers[leaf.ord] = new int[words.size()];
            Arrays.fill(numbers[leaf.ord], -1);
            for (int document = 0; document < words.size(); document++) {
                String path = words.path(document);
                if (path != null && (live == null || live.get(document))) {
                    places.add(new Place(path, leaf.ord, document));
                }
            }
        }
        places.sort((a, b) -> a.path.compareTo(b.path));
        String[] paths = new String[places.size()];
        for (int file = 0; file < paths.length; file++) {
            Place place = places.get(file);
            paths[file] = place.path;
            numbers[place.segment][place.document] = file;
        }
        return new FileTable(paths, numbers);
    }

    int size() {
        return paths.length;
    }
}
