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

    /** The number of the file with this path; negative where there is none. */
    int find(String path) {
        return Arrays.binarySearch(paths, path);
    }

    /** @param added paths that are not in this table, sorted; no document belongs to them */
    FileTable with(String[] added) {
        String[] all = new String[paths.length + added.length];
        int[] moved = new int[paths.length];
        int next = 0;
        for (int file = 0; file < paths.length; file++) {
            while (next < added.length && added[next].compareTo(paths[file]) < 0) {
                all[file + next] = added[next++];
            }
            moved[file] = file + next;
            all[moved[file]] = paths[file];
        }
        System.arraycopy(added, next, all, paths.length + next, added.length - next);
        int[][] documents = new int[numbers.length][];
        for (int segment = 0; segment < numbers.length; segment++) {
            documents[segment] = Arrays.stream(numbers[segment])
                    .map(file -> file < 0 ? file : moved[file])
                    .toArray();
        }
        return new FileTable(all, documents);
    }
}
