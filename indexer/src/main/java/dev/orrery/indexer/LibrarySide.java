package dev.orrery.indexer;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.library.Libraries;
import dev.orrery.indexer.library.LibraryFinder;
import dev.orrery.indexer.store.IndexStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The libraries of a repository as its index's owner knows them, kept so that the next start need not find them again. */
final class LibrarySide {
    private final Path root;
    private final IndexStore store;
    private Libraries found;
    private Libraries kept;
    private String key;

    private LibrarySide(IndexStore store, Libraries kept) {
        this.root = store.folder().root();
        this.store = store;
        this.found = kept;
        this.kept = kept;
        this.key = kept.key();
    }

    static LibrarySide open(IndexStore store) throws IOException {
        return new LibrarySide(store, store.libraries().orElse(Libraries.NONE));
    }

    /** @param paths of the repository's files */
    void look(Collection<String> paths) {
        Libraries now = LibraryFinder.find(root, paths, found);
        if (!now.equals(found)) {
            found = now;
            key = now.key();
        }
    }

    /** Tells whether a graph was linked with the classes that would be linked with now. */
    String key() {
        return key;
    }

    ClassPath classPath() {
        return new ClassPath(found.jars());
    }

    /** Takes over which jars turned out to be damaged. */
    void tried(ClassPath used) {
        List<UserMessage> all = new ArrayList<>(found.problems());
        for (UserMessage problem : used.problems()) {
            if (!all.contains(problem)) {
                all.add(problem);
            }
        }
        if (all.size() > found.problems().size()) {
            found = new Libraries(found.jars(), found.missing(), List.copyOf(all), found.origin());
        }
    }

    Libraries found() {
        return found;
    }

    void keep() throws IOException {
        if (!found.equals(kept)) {
            store.writeLibraries(found);
            kept = found;
        }
    }
}
