package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.indexer.scan.IgnoreRules;
import dev.orrery.indexer.scan.Outside;
import dev.orrery.indexer.scan.RepositoryScanner;
import dev.orrery.indexer.scan.ScannedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One folder, searched by us and by the real ripgrep. */
final class RipgrepComparison implements AutoCloseable {
    private static final Pattern LINE_ONLY = Pattern.compile("([^\0\n]+)\0(\\d+):(?!\\d+:)");
    private static final Pattern LINE = Pattern.compile("([^\0\n]+)\0(\\d+):(\\d+):");

    private final Outside ripgrep;
    private final TextIndex index;
    private final Set<String> withoutColumn = new HashSet<>();

    RipgrepComparison(Path root, Path indexFolder, Path home) throws Exception {
        ripgrep = new Outside(root, home);
        index = TextIndex.open(indexFolder);
        refresh();
    }

    /** Indexes all files as they are now. */
    void refresh() throws IOException, OrreryException {
        var rules = IgnoreRules.of(ripgrep.folder().toRealPath(), ripgrep.environment());
        var files = new RepositoryScanner(rules).scan(Cancellation.NEVER).files();
        index.clear();
        files.parallelStream().map(ScannedFile::path).forEach(path -> {
            try {
                index.put(path, ripgrep.folder().resolve(path));
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
        index.commit("1");
    }

    TextIndex index() {
        return index;
    }

    /** Hits as {@code path:line:column}. */
    List<String> ours(TextQuery query) throws OrreryException {
        List<String> hits = new ArrayList<>();
        index.scanner(ripgrep.folder(), CodeGraph::empty)
                .scan(query, hit -> hits.add(hit.path() + ":" + hit.line() + ":" + hit.column()), Cancellation.NEVER);
        hits.sort(null);
        return hits;
    }

    /** Hits as {@code path:line:column}; lines that ripgrep prints without a column are not among them. */
    List<String> theirs(TextQuery query) throws IOException {
        String[] command = {
            "rg", "--vimgrep", "-M", "1", "-0", "--hidden", "--no-require-git", "-g", "!.git", "-e", query.pattern()
        };
        if (query.syntax() == TextQuery.Syntax.LITERAL) {
            command = java.util.stream.Stream.concat(java.util.Arrays.stream(command), java.util.stream.Stream.of("-F"))
                    .toArray(String[]::new);
        }
        if (query.caseRule() == TextQuery.CaseRule.INSENSITIVE) {
            command = java.util.stream.Stream.concat(java.util.Arrays.stream(command), java.util.stream.Stream.of("-i"))
                    .toArray(String[]::new);
        }
        List<String> hits = new ArrayList<>();
        withoutColumn.clear();
        for (String line : new String(ripgrep.run(command), StandardCharsets.ISO_8859_1).split("\n")) {
            Matcher bare = LINE_ONLY.matcher(line);
            if (bare.lookingAt()) {
                withoutColumn.add(bare.group(1) + ":" + bare.group(2));
            }
            Matcher parts = LINE.matcher(line);
            if (parts.lookingAt()) {
                String path = new String(parts.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
                hits.add(path + ":" + parts.group(2) + ":" + parts.group(3));
            }
        }
        hits.sort(null);
        return hits;
    }

    /** The lines, as {@code path:line}, that ripgrep last printed without a column: it found no place to point to. */
    Set<String> withoutColumn() {
        return withoutColumn;
    }

    static TextQuery regex(String pattern) {
        return new TextQuery(
                pattern, TextQuery.Syntax.REGEX, TextQuery.CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of());
    }

    static TextQuery literal(String text) {
        return new TextQuery(
                text, TextQuery.Syntax.LITERAL, TextQuery.CaseRule.SENSITIVE, Integer.MAX_VALUE, List.of());
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
