package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TextQuery.CaseRule;
import dev.orrery.api.TextQuery.Syntax;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sees to it that what is held out is in no index, so that nobody is asked for what he was told. It is loud: a trace of a held-out file ends the
 * measurement.
 */
final class LeakGuard {
    private static final int SEARCHED = 20;
    private static final int LEAST_LINE = 20;

    private final Set<String> paths;
    private final Set<String> contents;

    /** @param leftOut the hash of each held-out file by its path */
    LeakGuard(Map<String, String> leftOut) {
        this.paths = leftOut.keySet();
        this.contents = new HashSet<>(leftOut.values());
    }

    /** No file that is indexed has a held-out file's path or content. */
    void files(Path root) throws OrreryException, IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                if (paths.contains(path) || contents.contains(ContentHash.of(Files.readAllBytes(file)))) {
                    throw leaked(path, "app.cli.bench.complete.leak.files");
                }
            }
        }
    }

    /** No file of the graph, and so none that has scopes, types or meaning, is held out. */
    void graph(CodeGraph graph) throws OrreryException {
        for (int file = 0; file < graph.fileCount(); file++) {
            if (paths.contains(graph.path(file))) {
                throw leaked(graph.path(file), "app.cli.bench.complete.leak.graph");
            }
        }
    }

    /** The language model has learned none. */
    void learned(Collection<String> files) throws OrreryException {
        Optional<String> known = files.stream().filter(paths::contains).sorted().findFirst();
        if (known.isPresent()) {
            throw leaked(known.get(), "app.cli.bench.complete.leak.learned");
        }
    }

    /** Search finds the longest lines of held-out files in none of them. */
    void text(TextScanner scanner, List<TestedFile> files) throws OrreryException {
        for (TestedFile file : files.subList(0, Math.min(SEARCHED, files.size()))) {
            Optional<String> longest = file.document()
                    .text()
                    .lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= LEAST_LINE)
                    .max(Comparator.comparingInt(String::length));
            if (longest.isPresent()) {
                Set<String> hits = new HashSet<>();
                scanner.scan(
                        new TextQuery(longest.get(), Syntax.LITERAL, CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of()),
                        hit -> hits.add(hit.path()),
                        Cancellation.NEVER);
                hits.retainAll(paths);
                if (!hits.isEmpty()) {
                    throw leaked(hits.iterator().next(), "app.cli.bench.complete.leak.text");
                }
            }
        }
    }

    /** What was shown to a model beside the buffer is not held out; the buffer itself may be named. */
    void shown(Collection<String> sources, String buffer) throws OrreryException {
        Optional<String> held = sources.stream()
                .filter(path -> paths.contains(path) && !path.equals(buffer))
                .findFirst();
        if (held.isPresent()) {
            throw leaked(held.get(), "app.cli.bench.complete.leak.context");
        }
    }

    private static OrreryException leaked(String path, String where) {
        return new OrreryException(UserMessage.of("app.cli.bench.complete.leak", path, UserMessage.of(where)));
    }
}
