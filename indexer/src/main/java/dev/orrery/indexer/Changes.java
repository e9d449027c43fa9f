package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.Intake.Candidate;
import dev.orrery.indexer.scan.ScannedFile;
import dev.orrery.indexer.store.FileRow;
import dev.orrery.indexer.store.FileStamp;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What differs, by all that can be told without reading, between the files on disk and those of the index.
 *
 * @param candidates files to look at in the order of their paths, because neighbours have much in common; but huge ones
 *     first, so that no thread is left alone with one at the end
 * @param gone files that are not there any longer
 */
record Changes(List<Candidate> candidates, Set<String> gone) {
    private static final long HUGE = 256 << 10;

    /** Whether stored stamps count. */
    enum Trust {
        STAMPS,
        /** Every file is read, because what was made of it may be made differently now. */
        NOTHING
    }

    /**
     * @param found all files on disk
     * @param scope the paths that were looked for; rows outside it are left alone
     * @param redo files whose text may not be what the table says
     * @param nowNanos the time before the files were found
     */
    static Changes between(
            List<ScannedFile> found, Map<String, FileRow> scope, Set<String> redo, long nowNanos, Trust trust) {
        List<Candidate> candidates = new ArrayList<>();
        Set<String> gone = new HashSet<>(scope.keySet());
        gone.addAll(redo);
        for (ScannedFile file : found) {
            gone.remove(file.path());
            FileRow row = scope.get(file.path());
            FileStamp stamp = FileStamp.taken(file.size(), file.mtimeNanos(), file.fileKey(), nowNanos);
            boolean again = redo.contains(file.path());
            if (again || row == null || trust == Trust.NOTHING || !row.stamp().proves(stamp)) {
                candidates.add(new Candidate(file.path(), stamp, row, again));
            }
        }
        candidates.sort(Comparator.comparingLong(
                        (Candidate candidate) -> -(candidate.stamp().size() / HUGE))
                .thenComparing(Candidate::path));
        return new Changes(candidates, gone);
    }

    /** Whether one of the paths is such a one. */
    boolean touches(Predicate<String> matters) {
        return gone.stream().anyMatch(matters)
                || candidates.stream().map(Candidate::path).anyMatch(matters);
    }

    boolean isEmpty() {
        return candidates.isEmpty() && gone.isEmpty();
    }

    /** What a look at the disk found: changes, and what could not be looked at. */
    record Look(Changes changes, List<UserMessage> problems) {}
}
