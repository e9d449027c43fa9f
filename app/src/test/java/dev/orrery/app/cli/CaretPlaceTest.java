package dev.orrery.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaretPlaceTest {
    @Test
    void carriageReturnsAreNoColumnsAndTabsAreOne() {
        assertEquals(6, CaretPlace.offset("ab\r\n\tc\r\n", 2, 3));
        assertThrows(WrongUsage.class, () -> CaretPlace.offset("ab\r\n\tc\r\n", 2, 4));
        assertThrows(WrongUsage.class, () -> CaretPlace.offset("ab\r\n", 1, 4));
        assertEquals(4, CaretPlace.offset("ab\r\n", 2, 1), "the empty line behind the last line feed");
    }

    @Test
    void noCaretStandsInTheMiddleOfACharacter() {
        String text = "x\uD83D\uDE00y";
        assertEquals(1, CaretPlace.offset(text, 1, 2));
        assertThrows(WrongUsage.class, () -> CaretPlace.offset(text, 1, 3));
        assertEquals(3, CaretPlace.offset(text, 1, 4));
    }

    @Test
    void placesThatAreNotThereAreWrongUsage() {
        for (int[] place :
                new int[][] {{0, 1}, {-1, 1}, {1, 0}, {1, -5}, {3, 1}, {1, Integer.MAX_VALUE}, {Integer.MAX_VALUE, 1}
                }) {
            assertThrows(WrongUsage.class, () -> CaretPlace.offset("ab\ncd", place[0], place[1]));
        }
        assertEquals(0, CaretPlace.offset("", 1, 1));
    }

    /** A place that was told of an offset leads back to it. */
    @Test
    void lineAndColumnAreTheInverseOfOffset() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        String[] pieces = {"a", "\t", "\n", "\r\n", "\uD83D\uDE00", "é", " "};
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            for (int offset = 0; offset <= text.length(); offset++) {
                boolean inCharacter =
                        offset > 0 && offset < text.length() && Character.isLowSurrogate(text.charAt(offset));
                boolean inLineEnd = offset > 0
                        && offset < text.length()
                        && text.substring(offset - 1).startsWith("\r\n");
                if (!inCharacter && !inLineEnd) {
                    String whole = text.toString();
                    assertEquals(
                            offset,
                            CaretPlace.offset(whole, CaretPlace.line(whole, offset), CaretPlace.column(whole, offset)),
                            "seed " + seed);
                }
            }
        }
    }

    @Test
    void filesOutsideAreNoneByDotsAndByLinks(@TempDir Path folder) throws Exception {
        Path root = Files.createDirectories(folder.resolve("repository").resolve("src"))
                .getParent()
                .toRealPath();
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.writeString(root.resolve("src/A.java"), "class A {}");
        Files.createSymbolicLink(root.resolve("out"), folder);
        Files.createSymbolicLink(root.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(root.resolve("nowhere"), folder.resolve("nothing"));
        for (String path : new String[] {
            "../secret.txt",
            "out/secret.txt",
            "out/new.txt",
            "link.txt",
            "nowhere",
            "",
            ".",
            "/etc/passwd",
            "src/../../secret.txt"
        }) {
            assertEquals(Optional.empty(), CaretPlace.inside(root, path), path);
        }
        assertEquals(Optional.of("src/A.java"), CaretPlace.inside(root, "src/A.java"));
        assertEquals(
                Optional.of("src/A.java"),
                CaretPlace.inside(root, root.resolve("src/A.java").toString()));
        assertEquals(Optional.of("new/B.java"), CaretPlace.inside(root, "new/x/../B.java"));
    }
}
