package dev.orrery.app.feature.search;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolHit;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.TextHit;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TypedQuery;
import dev.orrery.app.command.Commands;
import dev.orrery.app.feature.search.ResultRow.Completeness;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.SymbolText;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.scan.PathGlobs;
import dev.orrery.indexer.text.names.FileFinder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for files, symbols, text and commands and makes rows of what it found. Safe from any thread; blocks. */
final class SearchSources {
    private static final int COMMANDS = 6;
    /** Everything is about anything a little: the best few are what was meant. */
    private static final int ABOUT = 50;

    private final Messages messages;
    private final Commands commands;
    private final int few;
    private final int most;

    /**
     * @param few how many results of a group are listed where several groups are shown
     * @param most how many are listed of a group that is shown alone
     */
    SearchSources(Messages messages, Commands commands, int few, int most) {
        this.messages = messages;
        this.commands = commands;
        this.few = few;
        this.most = most;
    }

    /**
     * The rows of a search, and the symbols in which its text was found.
     *
     * @param rows what is listed
     * @param lit what is lit on the map
     * @param completeness whether these are all there is
     */
    record Found(List<ResultRow> rows, List<SymbolKey> lit, Completeness completeness) {}

    /** What is found without reading all files. */
    Found names(
            TypedQuery typed, SearchScope scope, @Nullable CodeIndex index, GraphView view, Cancellation cancellation)
            throws OrreryException {
        List<ResultRow> rows = new ArrayList<>();
        List<SymbolKey> lit = new ArrayList<>();
        int limit = scope == SearchScope.ALL ? few : most;
        boolean asked = !typed.text().isBlank() || typed.isFiltered();
        if (index != null && scope.includes(SearchScope.SYMBOLS) && asked) {
            List<SymbolHit> hits = index.symbols().find(typed.typed(), limit + 1, cancellation);
            symbols(SearchScope.SYMBOLS, hits, limit, view, rows, lit);
        }
        if (index != null && scope == SearchScope.MEANING) {
            List<SymbolHit> hits = index.meaning().find(typed.typed(), ABOUT, cancellation);
            symbols(SearchScope.MEANING, hits, ABOUT, view, rows, lit);
        }
        if (scope.includes(SearchScope.FILES)
                && !typed.text().isBlank()
                && typed.kinds().isEmpty()) {
            files(typed, limit, view.graph(), cancellation, rows);
        }
        if (scope.includes(SearchScope.COMMANDS) && !typed.isFiltered()) {
            actions(typed.text(), scope == SearchScope.COMMANDS ? Integer.MAX_VALUE : COMMANDS, rows);
        }
        return new Found(rows, lit, Completeness.COMPLETE);
    }

    private static void symbols(
            SearchScope group,
            List<SymbolHit> hits,
            int limit,
            GraphView view,
            List<ResultRow> rows,
            List<SymbolKey> lit) {
        head(rows, group, hits.size(), limit);
        for (SymbolHit hit : hits.subList(0, Math.min(limit, hits.size()))) {
            int file = view.graph().findFile(hit.key().path());
            int hue = file < 0 ? GraphView.NO_HUE : view.hue(file);
            rows.add(new ResultRow.Hit(new SearchResult.Symbol(hit.key(), hit.line(), hue)));
            lit.add(hit.key());
        }
    }

    private static void head(List<ResultRow> rows, SearchScope scope, int found, int limit) {
        if (found > 0) {
            Completeness completeness = found > limit ? Completeness.STOPPED_AT_LIMIT : Completeness.COMPLETE;
            rows.add(new ResultRow.Head(scope, Math.min(found, limit), 0, completeness));
        }
    }

    private static void files(
            TypedQuery typed, int limit, CodeGraph graph, Cancellation cancellation, List<ResultRow> rows) {
        PathGlobs globs = PathGlobs.of(typed.paths());
        List<String> paths = new ArrayList<>();
        for (int file = 0; file < graph.fileCount(); file++) {
            boolean spoken = typed.languages().isEmpty()
                    || typed.languages().contains(graph.language(file).id());
            if (spoken && globs.wants(graph.path(file))) {
                paths.add(graph.path(file));
            }
        }
        List<FileFinder.FileHit> found = new FileFinder(() -> paths).find(typed.text(), limit + 1, cancellation);
        head(rows, SearchScope.FILES, found.size(), limit);
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
        head(rows, SearchScope.COMMANDS, found.size(), found.size());
        found.forEach(action -> rows.add(new ResultRow.Hit(action)));
    }

    private int score(String query, String titleKey) {
        return TitleMatch.score(query, messages.text(titleKey));
    }

    /**
     * What is found in the text of files.
     *
     * @param limit how many hits at most
     * @param before files that are listed already and keep their places
     */
    Found text(
            TypedQuery typed,
            SearchScope scope,
            CodeIndex index,
            CodeGraph graph,
            int limit,
            List<String> before,
            Cancellation cancellation)
            throws OrreryException {
        List<TextHit> hits = new ArrayList<>();
        TextQuery.Syntax syntax = scope == SearchScope.REGEX ? TextQuery.Syntax.REGEX : TextQuery.Syntax.LITERAL;
        TextQuery query =
                new TextQuery(typed.text(), syntax, typed.caseRule(), limit, typed.paths(), typed.languages());
        boolean all = index.text().scan(query, hits::add, cancellation);
        Completeness completeness = all ? Completeness.COMPLETE : Completeness.STOPPED_AT_LIMIT;
        SearchScope group = scope == SearchScope.REGEX ? SearchScope.REGEX : SearchScope.TEXT;
        return new Found(TextRows.of(group, hits, before, completeness), enclosing(hits, graph), completeness);
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
