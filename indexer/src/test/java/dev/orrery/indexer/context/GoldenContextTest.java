package dev.orrery.indexer.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.Document;
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
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is shown at carets of the small projects of the golden graphs, one language each. After an intended change run with
 * {@code -Dgolden.update=true} and review the difference.
 */
class GoldenContextTest {
    private static final Path PROJECTS = Path.of("src/test/resources/golden");
    private static final Path GOLDENS = Path.of("src/test/resources/context");

    @ParameterizedTest
    @CsvSource({
        "java/nested, p/Outer.java, 30",
        "java/lambdas, p/Pipeline.java, 40",
        "python/shelf, main.py, 12",
        "go/queue, main.go, 8"
    })
    void contextIsAsItWasReviewed(String project, String path, int line) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        Map<String, FileFacts> facts = new TreeMap<>();
        Path folder = PROJECTS.resolve(project);
        try (Stream<Path> files = Files.walk(folder);
                Parsing parsing = new Parsing()) {
            for (Path file : files.filter(each -> Files.isRegularFile(each) && !each.endsWith("graph.txt"))
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                texts.put(name, Files.readString(file));
                byte[] bytes = texts.get(name).getBytes(StandardCharsets.UTF_8);
                facts.put(
                        name,
                        assertInstanceOf(Parsed.class, parsing.parse(name, bytes))
                                .facts());
            }
        }
        CodeGraph graph = new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER);
        String text = texts.get(path);
        int offset = 0;
        for (int at = 1; at < line; at++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        StringBuilder shown = new StringBuilder();
        ContextRequest request = new ContextRequest(new Document(path, 1, text), offset, 600);
        for (ContextPiece piece : new CaretContext(() -> graph, texts::get).context(request, Cancellation.NEVER)) {
            shown.append("== ").append(piece.kind()).append(' ').append(piece.path());
            shown.append(':').append(piece.startLine()).append('-').append(piece.endLine());
            shown.append(' ').append(piece.why().arguments()).append(' ').append(piece.tokens());
            shown.append('\n').append(piece.text()).append('\n');
        }
        Path golden = GOLDENS.resolve(project.replace('/', '-') + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDENS);
            Files.writeString(golden, shown);
        }
        assertEquals(Files.readString(golden), shown.toString());
    }
}
