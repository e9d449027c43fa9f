package dev.orrery.indexer.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextPiece.Kind;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Context at carets of this package's own sources and of those it stands on. */
class CaretContextTest {
    private static final Path SOURCES = Path.of("src/main/java/dev/orrery/indexer");
    private static final Map<String, String> FILES = new TreeMap<>();
    private static CodeGraph graph = CodeGraph.empty();

    @BeforeAll
    static void link() throws Exception {
        Map<String, FileFacts> facts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(SOURCES);
                Parsing parsing = new Parsing()) {
            for (Path file : all.filter(path -> path.toString().endsWith(".java")
                            && (path.startsWith(SOURCES.resolve("context"))
                                    || path.startsWith(SOURCES.resolve("link"))))
                    .toList()) {
                String path = SOURCES.relativize(file).toString().replace('\\', '/');
                FILES.put(path, Files.readString(file));
                byte[] bytes = FILES.get(path).getBytes(StandardCharsets.UTF_8);
                facts.put(
                        path,
                        assertInstanceOf(Parsed.class, parsing.parse(path, bytes))
                                .facts());
            }
        }
        graph = new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
    }

    private static CaretContext source() {
        return new CaretContext(() -> graph, path -> {
            String text = FILES.get(path);
            if (text == null) {
                throw new OrreryException(UserMessage.of("indexer.read.gone", path));
            }
            return text;
        });
    }

    private static List<ContextPiece> ask(String path, String text, int offset, int budget) {
        return source().context(new ContextRequest(new Document(path, 1, text), offset, budget), Cancellation.NEVER);
    }

    /** Any caret in any buffer that came from a file by a random edit, with any budget. */
    @Test
    void theBudgetHoldsThePiecesAreOrderedAndNoneRepeatsTheWindow() {
        List<String> paths = List.copyOf(FILES.keySet());
        for (int round = 0; round < 150; round++) {
            long seed = Long.getLong("orrery.test.seed", System.nanoTime()) + round;
            Random random = new Random(seed);
            String path = paths.get(random.nextInt(paths.size()));
            String text = edited(FILES.get(path), random);
            int offset = random.nextInt(text.length() + 1);
            int budget = random.nextInt(3000);
            String where = "seed " + seed;
            List<ContextPiece> pieces = ask(path, text, offset, budget);
            assertTrue(pieces.stream().mapToInt(ContextPiece::tokens).sum() <= budget, where);
            ContextPiece window = pieces.getFirst();
            assertEquals(Kind.WINDOW, window.kind(), where);
            long line = text.substring(0, offset)
                            .chars()
                            .filter(next -> next == '\n')
                            .count()
                    + 1;
            assertTrue(window.startLine() <= line && line <= window.endLine(), where);
            for (ContextPiece piece : pieces) {
                assertEquals(ContextPiece.tokens(piece.text()), piece.tokens(), where);
                boolean apart = piece.endLine() < window.startLine() || piece.startLine() > window.endLine();
                assertTrue(piece == window || apart || !piece.path().equals(path), where + " " + piece);
            }
            assertEquals(pieces, ask(path, text, offset, budget), where);
        }
    }

    private static String edited(String text, Random random) {
        int start = random.nextInt(text.length());
        int end = Math.min(text.length(), start + random.nextInt(400));
        return switch (random.nextInt(3)) {
            case 0 -> text;
            case 1 -> text.substring(0, start) + text.substring(end);
            default -> text.substring(0, start) + "Plan plan;\n\n  graph.x(" + text.substring(start);
        };
    }

    private static ContextPiece piece(List<ContextPiece> pieces, String path) {
        return pieces.stream()
                .filter(piece -> piece.path().equals(path) && piece.kind() != Kind.WINDOW)
                .findFirst()
                .orElseThrow(() -> new AssertionError(path + " is not among " + pieces));
    }

    @Test
    void whatIsCalledNearTheCaretShowsItsSignatures() {
        String text = FILES.get("context/CaretContext.java");
        int caret = text.indexOf("        plan.make(cancellation);");
        List<ContextPiece> pieces = ask("context/CaretContext.java", text, caret, 4096);
        assertTrue(piece(pieces, "context/Plan.java").text().contains("void make(Cancellation cancellation)"));
        assertTrue(
                piece(pieces, "context/Assembly.java").text().contains("List<ContextPiece> pieces(int windowTokens"));
        assertFalse(piece(pieces, "context/Plan.java").text().contains("private void siblings()"), "private elsewhere");
    }

    @Test
    void theBufferWinsOverTheDisk() {
        String text = FILES.get("context/CaretContext.java");
        int caret = text.indexOf("        plan.make(cancellation);");
        String buffer = text.substring(0, caret) + "        Snippets snippets = null;\n        snippets."
                + text.substring(caret);
        int after = buffer.indexOf("snippets.") + "snippets.".length();
        List<ContextPiece> pieces = ask("context/CaretContext.java", buffer, after, 4096);
        assertTrue(pieces.getFirst().text().contains("Snippets snippets = null;"));
        assertTrue(piece(pieces, "context/Snippets.java").text().contains("Optional<Skeletons.Skeleton> of("));
    }

    @Test
    void aDocumentThatTheIndexDoesNotKnowIsAnsweredFromItsNames() {
        String text = "package dev.orrery.indexer.context;\n\nclass New {\n  void go(Plan plan) {\n    \n  }\n}\n";
        List<ContextPiece> pieces = ask("context/New.java", text, text.indexOf("    \n") + 4, 2000);
        assertTrue(piece(pieces, "context/Plan.java").text().contains("Scores scores()"));
        assertEquals(Kind.WINDOW, ask("x/none.txt", "", 0, 10).getFirst().kind());
    }

    @Test
    void aHugeLineIsCutAroundTheCaret() {
        String line = "x".repeat(40_000) + "CARET" + "y".repeat(400_000);
        List<ContextPiece> pieces = ask("context/Plan.java", line, 40_005, 300);
        assertTrue(pieces.getFirst().text().contains("CARET"));
        assertTrue(pieces.stream().mapToInt(ContextPiece::tokens).sum() <= 300);
        assertEquals(1, ask("a.txt", "\u0000\uffff\n\r\n\u0000", 2, 100).size(), "bytes that are no text");
    }

    @Test
    void filesThatChangedOrVanishedUnderTheSnapshotAreLeftOut() {
        CaretContext source = new CaretContext(() -> graph, path -> {
            if (path.hashCode() % 2 == 0) {
                throw new OrreryException(UserMessage.of("indexer.read.gone", path));
            }
            return "one line";
        });
        String text = FILES.get("context/CaretContext.java");
        List<ContextPiece> pieces = source.context(
                new ContextRequest(new Document("context/CaretContext.java", 1, text), text.length() / 2, 2000),
                Cancellation.NEVER);
        assertTrue(
                pieces.stream().allMatch(piece -> piece.path().startsWith("context/CaretContext")), pieces::toString);
    }
}
