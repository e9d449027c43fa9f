package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.scan.EntryKind;
import dev.orrery.indexer.scan.IgnoreRules;
import dev.orrery.indexer.scan.RepositoryScanner;
import dev.orrery.indexer.scan.Scan;
import dev.orrery.indexer.scan.ScannedFile;
import dev.orrery.indexer.store.FileRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A look at some paths only, each a file or a folder, there or not.
 *
 * @param found the files that are there and are not ignored
 * @param scope the rows of the index that the paths cover
 * @param problems what could not be looked at
 */
record PathLook(List<ScannedFile> found, Map<String, FileRow> scope, List<UserMessage> problems) {

    static PathLook at(Set<String> paths, IgnoreRules rules, TreeMap<String, FileRow> rows, Cancellation cancellation) {
        Map<String, ScannedFile> found = new TreeMap<>();
        Map<String, FileRow> scope = new HashMap<>();
        List<UserMessage> problems = new ArrayList<>();
        RepositoryScanner scanner = new RepositoryScanner(rules);
        for (String path : paths) {
            FileRow row = rows.get(path);
            if (row != null) {
                scope.put(path, row);
            }
            // '0' is the character behind '/'
            scope.putAll(rows.subMap(path + "/", path + "0"));
            try {
                BasicFileAttributes attributes = attributes(rules.root().resolve(path));
                if (attributes.isDirectory()) {
                    Scan scan = scanner.scan(path, cancellation);
                    scan.files().forEach(file -> found.put(file.path(), file));
                    problems.addAll(scan.problems());
                } else if (attributes.isRegularFile() && !rules.isIgnored(path, EntryKind.FILE)) {
                    found.put(path, ScannedFile.of(path, attributes));
                }
            } catch (NoSuchFileException gone) {
                continue;
            } catch (IOException failed) {
                problems.add(UserMessage.of("indexer.scan.failed", path, String.valueOf(failed.getMessage())));
            }
        }
        return new PathLook(List.copyOf(found.values()), scope, problems);
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
