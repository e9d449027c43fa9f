package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Modifiers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Symbols and calls of small Java projects as they should be, one folder a project, its graph in {@code graph.txt}. After an
 * intended change run with {@code -Dgolden.update=true} and review the difference.
 */
class JavaGoldenTest {
    private static final Path FOLDERS = Path.of("src/test/resources/golden/java");

    @TestFactory
    List<DynamicTest> graphsAreAsTheyWereReviewed() throws Exception {
        try (Stream<Path> folders = Files.list(FOLDERS)) {
            return folders.sorted()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)))
                    .toList();
        }
    }

    private static void compare(Path folder) throws Exception {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        String text = describe(JavaSources.link(sources));
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
