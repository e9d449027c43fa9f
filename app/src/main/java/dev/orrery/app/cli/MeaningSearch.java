package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolHit;
import dev.orrery.indexer.CodeIndex;
import java.util.List;

/** Declarations by what they are about, best first; what is printed as their text is the qualified name. */
final class MeaningSearch {
    /** Every declaration has some meaning in common with any question: without a limit, this many. */
    private static final int USUAL_LIMIT = 50;

    private MeaningSearch() {}

    /** Whether the answer has all there is. */
    static boolean run(CliContext context, CodeIndex index, String query, int limit, SearchAnswer answer)
            throws OrreryException {
        try (ProgressLine line = ProgressLine.of(context)) {
            index.refreshMeaning(line, Cancellation.NEVER);
        }
        int most = limit == Integer.MAX_VALUE ? USUAL_LIMIT : limit;
        List<SymbolHit> hits = index.meaning().find(query, most, Cancellation.NEVER);
        SymbolSearch.add(index.snapshot(), hits, answer);
        return hits.size() < most;
    }
}
