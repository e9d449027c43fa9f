package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What comes first when a limit is given: a frozen copy of some of our own code, queries as people type them, and the best
 * hits as they were reviewed. After an intended change run with {@code -Dgolden.update=true} and review the difference.
 */
class RankingGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/ranking");
    private static final int SHOWN = 5;
    private static final List<String> TEXTS = List.of(
            "Glob",
            "glob",
            "IgnoreRules",
            "wants",
            "matches",
            "read",
            "BLOCK",
            "Verdict.IGNORE",
            "indexOf",
            "path",
            "scan");
    private static final List<String> REGEXES = List.of("\\bWalk\\b", "Text\\w+", "class \\w+Source", "of\\(");
    private static final List<String> SYMBOLS = List.of(
            "glob",
            "PaGl",
            "IgnoreRuels",
            "Bytes.indexOf",
            "glob.matches",
            "TB",
            "reposcan",
            "FolderWlak",
            "kind:method read",
            "wants");

    @TempDir
    Path folder;

    @Test
    void everyTypesNameLeadsToItsDeclarationAndTheBestAreAmongAll() throws Exception {
        Path root = copy(FOLDER.resolve("repo"), folder.resolve("repo"));
        AppFolders folders = new AppFolders(folder.resolve("c"), folder.resolve("d"), folder.resolve("cache"));
        try (CodeIndex index = CodeIndexes.open(root, folders)) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            CodeGraph graph = index.snapshot();
            for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
                if (graph.kind(symbol).isType()) {
                    Set<TextHit> all = new HashSet<>(hits(index, graph.name(symbol), Integer.MAX_VALUE));
                    List<TextHit> best = hits(index, graph.name(symbol), 3);
                    assertTrue(all.containsAll(best), graph.name(symbol));
                    assertEquals(Math.min(3, all.size()), best.size());
                    assertEquals(
                            graph.path(graph.file(symbol)) + ":" + graph.line(symbol),
                            best.getFirst().path() + ":" + best.getFirst().line());
                }
            }
        }
    }

    private static List<TextHit> hits(CodeIndex index, String text, int limit) throws Exception {
        List<TextHit> hits = new ArrayList<>();
        index.text()
                .scan(
                        new TextQuery(text, Syntax.LITERAL, CaseRule.SENSITIVE, limit, List.of()),
                        hits::add,
                        Cancellation.NEVER);
        return hits;
    }

    @Test
    void theBestHitsAreThoseThatWereReviewed() throws Exception {
        Path root = copy(FOLDER.resolve("repo"), folder.resolve("repo"));
        StringBuilder text = new StringBuilder();
        AppFolders folders = new AppFolders(folder.resolve("c"), folder.resolve("d"), folder.resolve("cache"));
        try (CodeIndex index = CodeIndexes.open(root, folders)) {
            index.refresh(Progress.SILENT, Cancellation.NEVER);
            for (String query : TEXTS) {
                text.append("text ").append(query).append('\n');
                texts(index, query, Syntax.LITERAL, text);
            }
            for (String query : REGEXES) {
                text.append("regex ").append(query).append('\n');
                texts(index, query, Syntax.REGEX, text);
            }
            for (String query : SYMBOLS) {
                text.append("symbol ").append(query).append('\n');
                symbols(index, query, text);
            }
        }
        Path golden = FOLDER.resolve("best-hits.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertEquals(Files.readString(golden), text.toString());
    }

    private static void texts(CodeIndex index, String query, Syntax syntax, StringBuilder text) throws Exception {
        index.text()
                .scan(
                        new TextQuery(query, syntax, CaseRule.SMART, SHOWN, List.of()),
                        hit -> text.append("  ")
                                .append(hit.path())
                                .append(':')
                                .append(hit.line())
                                .append(": ")
                                .append(hit.text().strip())
                                .append('\n'),
                        Cancellation.NEVER);
    }

    private static void symbols(CodeIndex index, String query, StringBuilder text) {
        CodeGraph graph = index.snapshot();
        for (SymbolHit hit : index.symbols().find(query, SHOWN, Cancellation.NEVER)) {
            text.append("  ")
                    .append(hit.key().path())
                    .append(": ")
                    .append(graph.qualifiedName(graph.find(hit.key())))
                    .append('\n');
        }
    }

    private static Path copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return to.toRealPath();
    }
}
