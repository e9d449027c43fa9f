package dev.orrery.indexer.parse;

import dev.orrery.api.Language;

/** Makes the extractors of some languages. Found by the service loader, so that this package knows none by name. */
public interface ExtractorProvider {
    /** Whether this provider has an extractor for the language. */
    boolean provides(Language language);

    /** The extractor for trees of the grammar. */
    FactExtractor create(SourceLanguage language, Grammar grammar);
}
