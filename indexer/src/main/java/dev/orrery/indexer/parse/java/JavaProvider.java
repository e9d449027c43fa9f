package dev.orrery.indexer.parse.java;

import dev.orrery.api.Language;
import dev.orrery.indexer.parse.ExtractorProvider;
import dev.orrery.indexer.parse.FactExtractor;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.SourceLanguage;

/** Makes the extractor of Java. */
public final class JavaProvider implements ExtractorProvider {
    @Override
    public boolean provides(Language language) {
        return language.equals(JavaExtractor.JAVA);
    }

    @Override
    public FactExtractor create(SourceLanguage language, Grammar grammar) {
        return new JavaExtractor(grammar);
    }
}
