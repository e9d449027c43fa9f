package dev.orrery.models.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.orrery.api.OrreryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BytePairTokenizerTest {
    private static final Path LEARNED = Path.of("src/test/resources/dev/orrery/models/tiny-code");

    @TempDir
    Path folder;

    private final long seed =
            Long.getLong("orrery.test.seed", ThreadLocalRandom.current().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void decodingGivesTheSameBytesAgain() throws IOException, OrreryException {
        System.out.println("BytePairTokenizerTest seed " + seed);
        BytePairTokenizer learned = BytePairTokenizer.read(LEARNED.resolve("tokenizer.json"));
        for (int i = 0; i < 500; i++) {
            byte[] text = text();
            int[] tokens = learned.encode(text);
            assertArrayEquals(text, learned.decode(tokens));
            assertTrue(IntStream.of(tokens).noneMatch(learned::isMark));
        }
    }

    @Test
    void mergesAsTheTrainerDid() throws IOException, OrreryException {
        BytePairTokenizer learned = BytePairTokenizer.read(LEARNED.resolve("tokenizer.json"));
        JsonNode sample =
                new ObjectMapper().readTree(LEARNED.resolve("sample.json").toFile());
        int[] expected = StreamSupport.stream(sample.path("tokens").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
        assertArrayEquals(expected, learned.encode(sample.path("text").asText().getBytes(StandardCharsets.UTF_8)));
        assertTrue(expected.length < sample.path("text").asText().length() / 2, "the merges are used");
    }

    @Test
    void equalsMergingThePairsOneByOne() {
        System.out.println("BytePairTokenizerTest seed " + seed);
        for (int i = 0; i < 200; i++) {
            int[][] merges = merges();
            BytePairTokenizer tokenizer = new BytePairTokenizer(merges, List.of());
            byte[] text = text();
            assertArrayEquals(naive(merges, text), tokenizer.encode(text));
        }
    }

    @Test
    void cutsTextIntoPieces() {
        assertEquals(
                List.of(
                        "int", " x1", " =", " 42", ";", "\n    ", "return", "   ", " y", "\t\t", "/**", "\n\n",
                        "é_a7up"),
                pieces("int x1 = 42;\n    return    y\t\t/**\n\né_a7up"));
        assertEquals(List.of("a".repeat(64), "a".repeat(36)), pieces("a".repeat(100)));
    }

    private static List<String> pieces(String text) {
        List<String> found = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int start = 0; start < bytes.length; ) {
            int end = Pieces.end(bytes, start);
            found.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
            start = end;
        }
        return found;
    }

    @Test
    void aMarkNeverComesOutOfText() {
        BytePairTokenizer tokenizer = new BytePairTokenizer(new int[][] {{'<', '|'}}, List.of("<|end|>"));
        int mark = tokenizer.mark("<|end|>").orElseThrow();
        assertEquals(257, mark);
        assertTrue(tokenizer.isMark(mark));
        assertFalse(IntStream.of(tokenizer.encode("<|end|>".getBytes(StandardCharsets.UTF_8)))
                .anyMatch(token -> token == mark));
        assertEquals(0, tokenizer.bytes(mark).length);
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        for (String text : List.of(
                "",
                "{",
                "[]",
                "{\"format\":2,\"merges\":[],\"marks\":[]}",
                "{\"format\":1,\"merges\":[[1,256]],\"marks\":[]}",
                "{\"format\":1,\"merges\":[[-1,2]],\"marks\":[]}",
                "{\"format\":1,\"merges\":7,\"marks\":[]}",
                "[".repeat(100_000))) {
            Path file = Files.writeString(folder.resolve("tokenizer.json"), text);
            assertThrows(OrreryException.class, () -> BytePairTokenizer.read(file), text);
        }
        // Each merge doubles: some steps on, a token would have more bytes than there are.
        StringBuilder doubling = new StringBuilder("{\"format\":1,\"marks\":[],\"merges\":[[1,1]");
        for (int i = 256; i < 400; i++) {
            doubling.append(",[").append(i).append(',').append(i).append(']');
        }
        Path bomb = Files.writeString(folder.resolve("bomb.json"), doubling.append("]}"));
        assertThrows(OrreryException.class, () -> BytePairTokenizer.read(bomb));
    }

    private int[][] merges() {
        int[][] merges = new int[random.nextInt(40)][];
        for (int i = 0; i < merges.length; i++) {
            merges[i] = new int[] {token(i), token(i)};
        }
        return merges;
    }

    private int token(int made) {
        return made > 0 && random.nextInt(3) == 0 ? 256 + random.nextInt(made) : "abc {\n".charAt(random.nextInt(6));
    }

    private byte[] text() {
        byte[] bytes = new byte[random.nextInt(300)];
        boolean any = random.nextBoolean();
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = any ? (byte) random.nextInt() : (byte) "abc {\n1".charAt(random.nextInt(7));
        }
        return bytes;
    }

    private static int[] naive(int[][] merges, byte[] text) {
        List<Integer> all = new ArrayList<>();
        for (int start = 0; start < text.length; ) {
            int end = Pieces.end(text, start);
            List<Integer> piece = new ArrayList<>();
            for (byte each : Arrays.copyOfRange(text, start, end)) {
                piece.add(each & 0xff);
            }
            for (boolean merged = true; merged; ) {
                merged = false;
                for (int m = 0; m < merges.length && !merged; m++) {
                    for (int i = 0; i + 1 < piece.size() && !merged; i++) {
                        if (piece.get(i) == merges[m][0] && piece.get(i + 1) == merges[m][1]) {
                            piece.set(i, 256 + m);
                            piece.remove(i + 1);
                            merged = true;
                        }
                    }
                }
            }
            all.addAll(piece);
            start = end;
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
