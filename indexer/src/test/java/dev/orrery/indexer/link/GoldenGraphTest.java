package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Symbols and calls of small projects as they should be, one folder a project in a folder a language, its graph in {@code graph.txt}. After an
 * intended change run with {@code -Dgolden.update=true} and review the difference.
 */
class GoldenGraphTest {
    private static final Path FOLDERS = Path.of("src/test/resources/golden");

    @TestFactory
    List<DynamicTest> graphsAreAsTheyWereReviewed() throws Exception {
        try (Stream<Path> all = Files.walk(FOLDERS, 2)) {
            return all.filter(path -> FOLDERS.relativize(path).getNameCount() == 2)
                    .sorted()
                    .map(folder ->
                            DynamicTest.dynamicTest(FOLDERS.relativize(folder).toString(), () -> compare(folder)))
                    .toList();
        }
    }

    private static void compare(Path folder) throws Exception {
        Map<String, FileFacts> facts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder);
                Parsing parsing = new Parsing()) {
            for (Path file : files.filter(path -> Files.isRegularFile(path) && !path.endsWith("graph.txt"))
                    .toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                facts.put(
                        path,
                        assertInstanceOf(Parsed.class, parsing.parse(path, Files.readAllBytes(file)))
                                .facts());
            }
        }
        String text = describe(new Linker(1).update(KeptFacts.of(facts), List.of(), Cancellation.NEVER));
        Path golden = folder.resolve("graph.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden), text);
    }

    private static String describe(CodeGraph graph) {
        StringBuilder text = new StringBuilder();
        for (int file = 0; file < graph.fileCount(); file++) {
            text.append(graph.path(file))
                    .append(graph.isTestFile(file) ? " (tests)" : "")
                    .append('\n');
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                symbol(graph, symbol, text);
            }
        }
        return text.toString();
    }

    private static void symbol(CodeGraph graph, int symbol, StringBuilder text) {
        text.append("  ").append(graph.line(symbol)).append(':').append(graph.column(symbol));
        text.append('-')
                .append(graph.endLine(symbol))
                .append(' ')
                .append(graph.kind(symbol))
                .append(' ');
        text.append(graph.qualifiedName(symbol)).append(modifiers(graph.modifiers(symbol)));
        for (int i = 0; i < graph.superCount(symbol); i++) {
            text.append(" < ").append(graph.qualifiedName(graph.supertype(symbol, i)));
        }
        for (int overrider : graph.overriders(symbol)) {
            text.append(" <- ").append(graph.qualifiedName(overrider));
        }
        text.append('\n');
        for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
            String described = GraphAssertions.describe(graph, call);
            text.append("      ").append(graph.callLine(call)).append(':').append(graph.callColumn(call));
            text.append(described.substring(described.indexOf(" -> "))).append('\n');
        }
    }

    private static String modifiers(int bits) {
        StringBuilder text = new StringBuilder();
        Map<Integer, String> names = new TreeMap<>(Map.of(
                Modifiers.STATIC, "static",
                Modifiers.ABSTRACT, "abstract",
                Modifiers.IMPLICIT, "implicit",
                Modifiers.DEFAULT, "default",
                Modifiers.DEPRECATED, "deprecated",
                Modifiers.VARARGS, "varargs",
                Modifiers.LOCAL, "local",
                Modifiers.TEST, "test",
                Modifiers.PRIVATE, "private"));
        names.forEach((bit, name) -> text.append(Modifiers.has(bits, bit) ? " " + name : ""));
        return text.isEmpty() ? "" : " [" + text.substring(1) + "]";
    }
}
