package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Language;
import dev.orrery.indexer.parse.FactExtractor;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatTree;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.LiveFacts;
import dev.orrery.indexer.parse.Positions;
import java.util.function.Function;

/** Facts of one language's files, by its table and rules. */
final class StructureExtractor implements FactExtractor {
    /** Grows when the walk or a language's rules change; a change of a table counts by itself. */
    private static final int VERSION = 3;

    private final Language language;
    private final StructureTable table;
    private final Function<Walk, LanguageRules> rules;
    private final int version;

    /** {@code mask} is part of what the facts depend on. */
    StructureExtractor(
            Language language, Grammar grammar, String text, String mask, Function<Walk, LanguageRules> rules) {
        this.language = language;
        this.table = StructureTable.parse(grammar, text);
        this.rules = rules;
        version = (31 * (31 * VERSION + text.hashCode()) + mask.hashCode()) & Integer.MAX_VALUE;
    }

    @Override
    public Language language() {
        return language;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public FileFacts extract(FlatTree tree, byte[] utf8) {
        return read(tree, utf8, new FactsBuilder(language, utf8)).build();
    }

    @Override
    public LiveFacts live(FlatTree tree, byte[] utf8, String caretName) {
        return read(tree, utf8, new FactsBuilder(language, utf8, caretName)).buildLive(new Positions());
    }

    private FactsBuilder read(FlatTree tree, byte[] utf8, FactsBuilder facts) {
        Walk walk = new Walk(new Source(tree, utf8, table), facts, rules);
        facts.tokens(walk.source.tokens());
        walk.file();
        return facts;
    }
}
