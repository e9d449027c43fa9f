package dev.orrery.indexer.scan;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountedCompleter;
import org.jspecify.annotations.Nullable;

/** Lists one folder and forks a task for each folder in it. */
final class FolderWalk extends CountedCompleter<Void> {
    private static final long serialVersionUID = 1;

    private final transient Walk walk;
    private final String folder;
    private final transient FolderRules above;

    /** @param above the rules of the parent folder */
    FolderWalk(@Nullable FolderWalk parent, Walk walk, String folder, FolderRules above) {
        super(parent);
        this.walk = walk;
        this.folder = folder;
        this.above = above;
    }

    @Override
    public void compute() {
        walk.cancellation.throwIfRequested();
        List<ScannedFile> files = new ArrayList<>();
        try (var listing = Files.newDirectoryStream(walk.rules.root().resolve(folder))) {
            List<Path> entries = new ArrayList<>();
            listing.forEach(entries::add);
            FolderRules inside = rules(entries);
            for (Path entry : entries) {
                visit(entry, inside, files);
            }
            walk.folders.add(folder);
        } catch (DirectoryIteratorException broken) {
            walk.failed(folder, Objects.requireNonNull(broken.getCause()));
        } catch (IOException unreadable) {
            walk.failed(folder, unreadable);
        }
        walk.files.add(files);
        tryComplete();
    }

    /** The rules of this folder; most folders have no file that could change their parent's. */
    private FolderRules rules(List<Path> entries) {
        if (folder.isEmpty()) {
            return walk.rules.top();
        }
        boolean own = entries.stream()
                .anyMatch(entry -> FolderRules.comesFrom(entry.getFileName().toString()));
        return own ? walk.rules.inside(folder, above) : walk.rules.inherit(folder, above);
    }

    private void visit(Path entry, FolderRules inside, List<ScannedFile> files) {
        String name = entry.getFileName().toString();
        String path = folder.isEmpty() ? name : folder + "/" + name;
        try {
            BasicFileAttributes found =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile() && !found.isDirectory()) {
                return;
            }
            if (!roundTrips(entry, name)) {
                walk.problems.add(UserMessage.of("indexer.scan.name", path));
            } else if (found.isDirectory()) {
                if (!walk.rules.leavesOut(inside, path, EntryKind.FOLDER)) {
                    addToPendingCount(1);
                    new FolderWalk(this, walk, path, inside).fork();
                }
            } else if (!walk.rules.leavesOut(inside, path, EntryKind.FILE)) {
                files.add(ScannedFile.of(path, found));
            }
        } catch (IOException unreadable) {
            walk.failed(path, unreadable);
        }
    }

    /** Whether the name's text leads back to the same bytes; names that are not UTF-8 do not. */
    private static boolean roundTrips(Path entry, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                try {
                    return entry.getFileName().equals(entry.getFileSystem().getPath(name));
                } catch (InvalidPathException notText) {
                    return false;
                }
            }
        }
        return true;
    }
}
