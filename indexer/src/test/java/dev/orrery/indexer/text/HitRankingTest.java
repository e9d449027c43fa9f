package dev.orrery.indexer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextQuery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HitRankingTest {
    @TempDir
    Path folder;

    @Test
    void theDeclarationComesFirstThenWholeWordsAndTestsComeLast() throws Exception {
        Map<String, String> files = Map.of(
                "a/Early.java", "new WriterFactory();\n",
                "core/Writer.java", "// for all\npublic class Writer {\n",
                "core/Use.java", "return new Writer();\n",
                "src/test/WriterTest.java", "Writer writer;\n");
        List<String> hits = new ArrayList<>();
        try (TextIndex index = TextIndex.open(folder.resolve("index"))) {
            Path root = folder.resolve("root");
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.createDirectories(root.resolve(file.getKey()).getParent());
                Files.writeString(root.resolve(file.getKey()), file.getValue());
                index.put(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
            index.refresh();
            TextQuery query =
                    new TextQuery("Writer", TextQuery.Syntax.LITERAL, TextQuery.CaseRule.SENSITIVE, 3, List.of());
            index.scanner(root, CodeGraph::empty)
                    .scan(query, hit -> hits.add(hit.path() + ":" + hit.line()), Cancellation.NEVER);
        }
        assertEquals(List.of("core/Writer.java:2", "core/Use.java:1", "src/test/WriterTest.java:1"), hits);
    }
}
