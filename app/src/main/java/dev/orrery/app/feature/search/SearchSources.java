package dev.orrery.app.feature.search;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextQuery;
import dev.orrery.app.command.Commands;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.SymbolText;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for files, symbols, text and commands and makes rows of what it found. Safe from any thread; blocks. */
final class SearchSources {
    private static final int COMMANDS = 6;

    private final Messages messages;
    private final Commands commands;
    private final int few;
    private final int text;

    /**
     * @param few how many results of a group are listed where several groups are shown
     * @param text how many text hits are looked for at most
     */
    SearchSources(Messages messages, Commands commands, int few, int text) {
        this.messages = messages;
        this.commands = commands;
        this.few = few;
        this.text = text;
    }

    /**
     * The rows of a search, and the symbols in which its text was found.
     *
     * @param rows what is listed
     * @param lit what is lit on the map
     */
    record Found(List<ResultRow> rows, List<SymbolKey> lit) {}

    /** What is found without reading files. */
    Found names(String query, SearchScope scope, @Nullable CodeIndex index, GraphView view, Cancellation cancellation) {
        List<ResultRow> rows = new ArrayList<>();
        List<SymbolKey> lit = new ArrayList<>();
        if (index != null && scope.includes(SearchScope.SYMBOLS) && !query.isBlank()) {
            int limit = scope == SearchScope.ALL ? few : text;
            List<SymbolHit> hits = index.symbols().find(query, limit + 1, cancellation);
            group(rows, SearchScope.SYMBOLS, hits.size(), limit, hits.size() > limit);
            for (SymbolHit hit : hits.subList(0, Math.min(limit, hits.size()))) {
                int file = view.graph().findFile(hit.key().path());
                int hue = file < 0 ? GraphView.NO_HUE : view.hue(file);
                rows.add(new ResultRow.Hit(new SearchResult.Symbol(hit.key(), hit.line(), hue)));
                lit.add(hit.key());
            }
        }
        if (scope.includes(SearchScope.FILES)) {
            files(query, scope == SearchScope.ALL ? few : text, view.graph(), rows);
        }
        if (scope.includes(SearchScope.COMMANDS)) {
            actions(query, scope == SearchScope.COMMANDS ? Integer.MAX_VALUE : COMMANDS, rows);
        }
        return new Found(rows, lit);
    }

    private static void group(List<ResultRow> rows, SearchScope scope, int found, int limit, boolean more) {
        if (found > 0) {
            rows.add(new ResultRow.Head(
                    scope,
                    Math.min(found, limit),
                    0,
                    more ? ResultRow.Completeness.STOPPED_AT_LIMIT : ResultRow.Completeness.COMPLETE));
        }
    }

    private void files(String query, int limit, CodeGraph graph, List<ResultRow> rows) {
        record Scored(String path, int score) {}
        List<Scored> found = new ArrayList<>();
        for (int file = 0; file < graph.fileCount(); file++) {
            int score = NameMatch.path(query, graph.path(file));
            if (score > 0) {
                found.add(new Scored(graph.path(file), score));
            }
        }
        found.sort(Comparator.comparingInt((Scored file) -> -file.score()).thenComparing(Scored::path));
        if (!found.isEmpty()) {
            rows.add(new ResultRow.Head(
                    SearchScope.FILES,
                    found.size(),
                    Math.max(0, found.size() - limit),
                    ResultRow.Completeness.COMPLETE));
        }
        found.stream().limit(limit).forEach(file -> rows.add(new ResultRow.Hit(new SearchResult.File(file.path()))));
    }

    private void actions(String query, int limit, List<ResultRow> rows) {
        List<SearchResult.Action> found = commands.all().stream()
                .filter(command -> command.enabled().get())
                .filter(command -> query.isBlank() || score(query, command.titleKey()) > 0)
                .sorted(Comparator.comparingInt(command -> query.isBlank() ? 0 : -score(query, command.titleKey())))
                .limit(limit)
                .map(SearchResult.Action::new)
                .toList();
        if (!found.isEmpty()) {
            rows.add(new ResultRow.Head(SearchScope.COMMANDS, found.size(), 0, ResultRow.Completeness.COMPLETE));
        }
        found.forEach(action -> rows.add(new ResultRow.Hit(action)));
    }

    private int score(String query, String titleKey) {
        return NameMatch.name(query, messages.text(titleKey));
    }

    /** What is found in the text of files. */
    Found text(String query, SearchScope scope, CodeIndex index, CodeGraph graph, Cancellation cancellation)
            throws OrreryException {
        List<TextHit> hits = new ArrayList<>();
        TextQuery.Syntax syntax = scope == SearchScope.REGEX ? TextQuery.Syntax.REGEX : TextQuery.Syntax.LITERAL;
        boolean all = index.text()
                .scan(new TextQuery(query, syntax, TextQuery.CaseRule.SMART, text, List.of()), hits::add, cancellation);
        List<ResultRow> rows = new ArrayList<>();
        if (!hits.isEmpty()) {
            rows.add(new ResultRow.Head(
                    scope == SearchScope.REGEX ? SearchScope.REGEX : SearchScope.TEXT,
                    hits.size(),
                    0,
                    all ? ResultRow.Completeness.COMPLETE : ResultRow.Completeness.STOPPED_AT_LIMIT));
        }
        for (TextRanking.FileHits file : TextRanking.rank(hits, graph)) {
            rows.add(new ResultRow.InFile(file.path(), file.hits().size()));
            file.hits().forEach(hit -> rows.add(new ResultRow.Hit(new SearchResult.Text(hit))));
        }
        return new Found(rows, enclosing(hits, graph));
    }

    private static List<SymbolKey> enclosing(List<TextHit> hits, CodeGraph graph) {
        Set<Integer> symbols = new HashSet<>();
        for (TextHit hit : hits) {
            int symbol = SymbolText.enclosing(graph, hit.path(), hit.line());
            if (symbol >= 0) {
                symbols.add(symbol);
            }
        }
        return symbols.stream().map(graph::key).toList();
    }
}
