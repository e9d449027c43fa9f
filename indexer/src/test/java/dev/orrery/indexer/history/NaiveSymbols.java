package dev.orrery.indexer.history;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.ErasedParameters;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.ParseOutcome;
import dev.orrery.indexer.parse.Parsing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a commit declares, found the slow way: git prints each file, and each is parsed whole. */
final class NaiveSymbols {
    private final GitHistory git;
    private final Parsing parsing;

    NaiveSymbols(GitHistory git, Parsing parsing) {
        this.git = git;
        this.parsing = parsing;
    }

    /** The commits that are to be looked at, oldest first. */
    List<String> samples() throws IOException {
        List<String> line = git.git("rev-list", "--first-parent", "--reverse", "HEAD")
                .lines()
                .toList();
        List<String> chosen = new ArrayList<>(line);
        for (int stride = 2; chosen.size() > Samples.MOST; stride *= 2) {
            chosen.clear();
            for (int i = 0; i < line.size(); i += stride) {
                chosen.add(line.get(i));
            }
            if (!chosen.getLast().equals(line.getLast())) {
                chosen.add(line.getLast());
            }
        }
        return chosen;
    }

    /** Each symbol of a commit with its text, white space removed. */
    Map<SymbolKey, String> symbols(String commit) throws IOException {
        Map<SymbolKey, String> found = new LinkedHashMap<>();
        for (String path :
                git.git("ls-tree", "-r", "--name-only", commit).lines().toList()) {
            String text = git.git("show", commit + ":" + path);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (parsing.parse(path, bytes) instanceof ParseOutcome.Parsed parsed) {
                add(path, parsed.facts(), text.split("\n", -1), found);
            }
        }
        return found;
    }

    private static void add(String path, FileFacts facts, String[] lines, Map<SymbolKey, String> found) {
        Declarations declarations = facts.declarations();
        Names names = new Names();
        int[] parameters = ErasedParameters.of(facts, names);
        boolean[] hidden = new boolean[declarations.count()];
        for (int i = 0; i < hidden.length; i++) {
            int parent = declarations.parent(i);
            hidden[i] = parent >= 0 && hidden[parent]
                    || Modifiers.has(declarations.modifiers(i), Modifiers.LOCAL)
                    || declarations.kind(i) == SymbolKind.INITIALIZER;
            if (!hidden[i]) {
                StringBuilder qualified = new StringBuilder(facts.name(i));
                for (int up = parent; up >= 0; up = declarations.parent(up)) {
                    qualified.insert(0, facts.name(up) + ".");
                }
                qualified.insert(0, facts.packageName().isEmpty() ? "" : facts.packageName() + ".");
                int ordinal = 0;
                SymbolKey key;
                do {
                    key = new SymbolKey(
                            Languages.standard().forPath(path).orElseThrow().language(),
                            path,
                            qualified.toString(),
                            declarations.kind(i),
                            parameters[i] < 0 ? "" : names.get(parameters[i]),
                            ordinal++);
                } while (found.containsKey(key));
                found.put(key, text(declarations, i, lines));
            }
        }
    }

    private static String text(Declarations declarations, int i, String[] lines) {
        StringBuilder text = new StringBuilder();
        for (int line = declarations.startLine(i); line <= declarations.endLine(i); line++) {
            boolean isMembers = false;
            for (int other = 0;
                    other < declarations.count() && !declarations.kind(i).isCallable();
                    other++) {
                isMembers |= declarations.parent(other) == i
                        && !Modifiers.has(declarations.modifiers(other), Modifiers.IMPLICIT)
                        && declarations.kind(other) != SymbolKind.INITIALIZER
                        && line > declarations.line(i)
                        && declarations.startLine(other) <= line
                        && line <= declarations.endLine(other);
            }
            if (!isMembers && !Modifiers.has(declarations.modifiers(i), Modifiers.IMPLICIT)) {
                text.append(lines[line - 1].replaceAll("\\s", ""));
            }
        }
        return text.toString();
    }
}
