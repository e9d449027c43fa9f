package dev.orrery.indexer.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files out of jars, whole and damaged ones. */
class ClassPathTest {
    @TempDir
    Path folder;

    private Path jar(String name) throws IOException {
        return CompiledJar.of(
                folder.resolve(name),
                Map.of(
                        "p/q/A.java",
                        "package p.q; public class A { public static class B {} }",
                        "C.java",
                        "class C {}"));
    }

    @Test
    void classesAreFoundAlsoAfterRest() throws IOException {
        ClassPath path = new ClassPath(List.of(jar("a.jar")));
        assertTrue(path.hasPackage("p.q") && path.hasPackage("") && !path.hasPackage("p"));
        assertTrue(path.has("p/q/A") && path.has("p/q/A$B") && path.has("C"));
        assertFalse(path.has("p/q/Z") || path.has("p/A") || path.has("q/A"));
        path.rest();
        assertNotNull(path.read("p/q/A"));
        assertNull(path.read("p/q/Z"));
        assertEquals(List.of(), path.problems());
        path.rest();
    }

    @Test
    void damagedJarsAreProblemsAndTheOthersServe() throws IOException {
        byte[] whole = Files.readAllBytes(jar("whole.jar"));
        Path cut = Files.write(folder.resolve("cut.jar"), Arrays.copyOf(whole, whole.length / 2));
        Path empty = Files.write(folder.resolve("empty.jar"), new byte[0]);
        Path text = Files.writeString(folder.resolve("text.jar"), "version https://git-lfs.github.com/spec/v1");
        byte[] claims = whole.clone();
        Arrays.fill(claims, claims.length - 10, claims.length - 7, (byte) 0x7f);
        Path huge = Files.write(folder.resolve("claims.jar"), claims);
        ClassPath path =
                new ClassPath(List.of(cut, empty, text, huge, folder.resolve("gone.jar"), folder.resolve("whole.jar")));

        assertTrue(path.has("p/q/A"));
        assertEquals(5, path.problems().size());
        path.rest();
    }

    @Test
    void aClassOfFarTooManyBytesIsNotRead() throws IOException {
        Path bomb = folder.resolve("bomb.jar");
        try (OutputStream file = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("p/Bomb.class"));
            zip.write(new byte[5 << 20]);
        }
        ClassPath path = new ClassPath(List.of(bomb));
        assertTrue(path.has("p/Bomb"));
        assertNull(path.read("p/Bomb"));
        assertEquals(1, path.problems().size());
    }
}
