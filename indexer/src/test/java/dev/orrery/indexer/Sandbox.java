package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository and a home folder of its own, below a temporary folder. */
final class Sandbox {
    final Path root;
    final AppFolders folders;

    Sandbox(Path folder) throws IOException {
        this(folder, "home");
    }

    Sandbox(Path folder, String home) throws IOException {
        this(folder.resolve("repository"), folder.resolve(home));
    }

    Sandbox(Path repository, Path at) throws IOException {
        root = Files.createDirectories(repository).toRealPath();
        folders = new AppFolders(at.resolve("config"), at.resolve("data"), at.resolve("cache"));
    }

    CodeIndex open() throws OrreryException {
        return CodeIndexes.open(root, folders);
    }

    static IndexReport refresh(CodeIndex index) throws OrreryException {
        return index.refresh(Progress.SILENT, Cancellation.NEVER);
    }

    void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** All columns by name, as text, so that two graphs can be compared whatever their generations. */
    static Map<String, String> columns(CodeGraph graph) {
        Map<String, String> columns = new TreeMap<>();
        try {
            for (RecordComponent component : GraphColumns.class.getRecordComponents()) {
                Object column = component.getAccessor().invoke(graph.columns().canonical());
                columns.put(
                        component.getName(),
                        switch (column) {
                            case int[] ints -> Arrays.toString(ints);
                            case byte[] bytes -> Arrays.toString(bytes);
                            case String[] texts -> Arrays.toString(texts);
                            default -> throw new AssertionError(component);
                        });
            }
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(impossible);
        }
        return columns;
    }

    /** All hits of a literal, as lines. */
    static List<String> find(CodeIndex index, String literal) throws OrreryException {
        List<String> hits = new ArrayList<>();
        TextQuery query = new TextQuery(
                literal, TextQuery.Syntax.LITERAL, TextQuery.CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of());
        index.text()
                .scan(
                        query,
                        hit -> hits.add(hit.path() + ":" + hit.line() + ":" + hit.column() + ":" + hit.text()),
                        Cancellation.NEVER);
        return hits;
    }
}
