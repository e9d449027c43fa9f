package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Language;
import dev.orrery.indexer.parse.ExtractorProvider;
import dev.orrery.indexer.parse.FactExtractor;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.SourceLanguage;
import java.util.Map;
import java.util.function.Function;

/** Makes the extractors of all languages that are described by a table. */
public final class StructureProvider implements ExtractorProvider {
    private static final Map<String, Function<Walk, LanguageRules>> RULES = Map.of(
            "kotlin", KotlinRules::new,
            "python", PythonRules::new,
            "javascript", ScriptRules::new,
            "typescript", ScriptRules::new,
            "tsx", ScriptRules::new,
            "go", GoRules::new,
            "rust", RustRules::new,
            "c", CRules::new,
            "cpp", CppRules::new,
            "csharp", CsharpRules::new);

    @Override
    public boolean provides(Language language) {
        return RULES.containsKey(language.id());
    }

    @Override
    public FactExtractor create(SourceLanguage language, Grammar grammar) {
        Function<Walk, LanguageRules> rules = RULES.get(language.language().id());
        String text = language.resource("facts.txt").orElseThrow();
        if (rules == null) {
            throw new IllegalArgumentException(language.toString());
        }
        String mask = language.resource("mask.txt").orElse("");
        return new StructureExtractor(language.language(), grammar, text, mask, rules);
    }
}
