package dev.orrery.durability;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.nio.file.Path;

/**
 * A process that is killed: opens the index of a tree, which is a recovery where the last one was killed, brings it up to date,
 * learns meanings, types without saving, changes the tree, and begins again; every now and then from nothing. Writes a line when it begins.
 */
final class Victim {
    private static final int ROUNDS_TO_A_FRESH_ONE = 3;

    private Victim() {}

    /**
     * @param arguments the tree, the home folder, the number of rounds (0 for no end), whether the first one is fresh
     */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        AppFolders folders = folders(Path.of(arguments[1]));
        int rounds = Integer.parseInt(arguments[2]);
        boolean fresh = Boolean.parseBoolean(arguments[3]);
        TwoStates states = new TwoStates(root);
        System.out.println("begins");
        for (int round = 0; rounds == 0 || round < rounds; round += ROUNDS_TO_A_FRESH_ONE) {
            if (fresh || round > 0) {
                CodeIndexes.discard(root, folders);
            }
            try (CodeIndex index = CodeIndexes.open(root, folders)) {
                for (int again = 0; again < ROUNDS_TO_A_FRESH_ONE; again++) {
                    index.refresh(Progress.SILENT, Cancellation.NEVER);
                    type(index, again);
                    if (again % 2 == 0) {
                        index.refreshMeaning(Progress.SILENT, Cancellation.NEVER);
                        states.toSecond();
                    } else {
                        states.toFirst();
                    }
                }
            }
        }
    }

    /** Leaves texts unsaved over every other file, which no later opening may show. */
    private static void type(CodeIndex index, int round) {
        CodeGraph files = index.snapshot();
        for (int file = round % 2; file < files.fileCount(); file += 2) {
            index.edit(new Document(files.path(file), 1, "class Typed" + round + " { void typed() { return; } }"));
        }
        if (round > 0) {
            index.discard(files.path(0));
        }
    }

    static AppFolders folders(Path home) {
        return new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
    }
}
