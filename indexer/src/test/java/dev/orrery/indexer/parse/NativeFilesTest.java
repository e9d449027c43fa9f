package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeFilesTest {
    private static final String RESOURCE = "dev/orrery/indexer/parse/languages.txt";

    @TempDir
    Path folder;

    @Test
    void unpacksOnceAndRepairsWhatWasChanged() throws Exception {
        NativeFiles files = new NativeFiles(folder.resolve("cache"), folder.resolve("temporary"));
        Path first = files.unpack(RESOURCE);
        byte[] content = Files.readAllBytes(first);
        assertTrue(first.startsWith(folder.resolve("cache")));
        Files.writeString(first, "something else");
        assertEquals(first, files.unpack(RESOURCE));
        assertArrayEquals(content, Files.readAllBytes(first));
    }

    @Test
    void goesToTheTemporaryFolderWhereTheCacheIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        NativeFiles files = new NativeFiles(file, folder.resolve("temporary"));
        assertTrue(files.unpack(RESOURCE).startsWith(folder.resolve("temporary")));
        NativeFiles nowhere = new NativeFiles(file, file);
        assertThrows(IOException.class, () -> nowhere.unpack(RESOURCE));
    }

    @Test
    void manyAtOnceAgreeOnOneFile() throws Exception {
        List<Callable<byte[]>> tasks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            NativeFiles files = new NativeFiles(folder.resolve("cache"), folder.resolve("temporary"));
            tasks.add(() -> Files.readAllBytes(files.unpack(RESOURCE)));
        }
        try (var pool = Executors.newFixedThreadPool(8)) {
            byte[] expected = Files.readAllBytes(
                    new NativeFiles(folder.resolve("other"), folder.resolve("temporary")).unpack(RESOURCE));
            for (Future<byte[]> content : pool.invokeAll(tasks)) {
                assertArrayEquals(expected, content.get());
            }
        }
        try (var left = Files.walk(folder.resolve("cache"))) {
            assertEquals(1, left.filter(Files::isRegularFile).count(), "no partial files stay behind");
        }
    }
}
