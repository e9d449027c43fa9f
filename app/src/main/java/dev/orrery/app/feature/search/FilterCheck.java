package dev.orrery.app.feature.search;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Language;
import dev.orrery.api.SymbolKind;
import dev.orrery.api.TypedQuery;
import dev.orrery.api.UserMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what is wrong with the filters of a query, so that a misspelt one does not look like nothing found. */
final class FilterCheck {
    private FilterCheck() {}

    static Optional<UserMessage> problem(TypedQuery typed, SearchScope scope, CodeGraph graph) {
        Set<String> kinds = Arrays.stream(SymbolKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.add("type");
        for (String kind : typed.kinds()) {
            if (!kinds.contains(kind)) {
                return Optional.of(UserMessage.of("app.search.badkind", kind, String.join(", ", kinds)));
            }
        }
        if (!typed.kinds().isEmpty()
                && scope != SearchScope.ALL
                && scope != SearchScope.SYMBOLS
                && scope != SearchScope.MEANING) {
            return Optional.of(UserMessage.of("app.search.kindofsymbols"));
        }
        Set<String> languages = new TreeSet<>(Set.of(graph.columns().languages()));
        languages.add(Language.TEXT.id());
        for (String language : typed.languages()) {
            if (!languages.contains(language)) {
                return Optional.of(UserMessage.of("app.search.badlanguage", language, String.join(", ", languages)));
            }
        }
        return Optional.empty();
    }
}
