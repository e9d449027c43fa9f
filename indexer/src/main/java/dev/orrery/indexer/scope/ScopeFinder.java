package dev.orrery.indexer.scope;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.api.ScopeAt;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.SourceLanguage;
import java.util.List;
import java.util.Optional;

/** Finds what can be named at carets, as well as each language is linked. Safe from any thread. */
public final class ScopeFinder implements ScopeAt, AutoCloseable {
    private final Types types;
    private final Parsing parsing = new Parsing();

    public ScopeFinder(Types types) {
        this.types = types;
    }

    /** Where types of Java come from. */
    public interface Types {
        /** The best that are ready; never blocks. */
        LiveTypes now();

        /** Whether {@link #now} knows the repository. */
        boolean areReady();

        /** Makes them ready; blocks meanwhile. */
        void warm(Cancellation cancellation);
    }

    @Override
    public Scope at(Document document, int offset, Cancellation cancellation) {
        Optional<SourceLanguage> language = Languages.standard().forPath(document.path());
        String text = document.text();
        int caret = Math.clamp(offset, 0, text.length());
        if (language.isEmpty() || text.length() > FlatParser.MAX_BYTES) {
            return nothing(Place.UNKNOWN, caret);
        }
        cancellation.throwIfRequested();
        if (language.get().language().id().equals("java")) {
            boolean ready = types.areReady();
            Scope found = JavaScope.at(parsing, language.get(), types.now(), document, caret);
            return ready ? found : incomplete(found);
        }
        return PlainScope.at(parsing, language.get(), document, caret);
    }

    static Scope nothing(Place place, int start) {
        return new Scope(place, start, "", "", List.of(), false);
    }

    private static Scope incomplete(Scope found) {
        return new Scope(found.place(), found.start(), found.receiver(), found.expected(), found.names(), false);
    }

    @Override
    public void warm(Cancellation cancellation) {
        types.warm(cancellation);
    }

    @Override
    public void close() {
        parsing.close();
    }
}
