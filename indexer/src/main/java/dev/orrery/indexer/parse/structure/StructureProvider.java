package dev.orrery.indexer.parse.structure;

import static java.util.Map.entry;

import dev.orrery.api.Language;
import dev.orrery.indexer.parse.ExtractorProvider;
import dev.orrery.indexer.parse.FactExtractor;
import dev.orrery.indexer.parse.Grammar;
import dev.orrery.indexer.parse.SourceLanguage;
import java.util.Map;
import java.util.function.Function;

/** Makes the extractors of all languages that are described by a table. */
public final class StructureProvider implements ExtractorProvider {
    private static final Map<String, Function<Walk, LanguageRules>> RULES = Map.ofEntries(
            entry("kotlin", KotlinRules::new),
            entry("python", PythonRules::new),
            entry("javascript", ScriptRules::new),
            entry("typescript", ScriptRules::new),
            entry("tsx", ScriptRules::new),
            entry("go", GoRules::new),
            entry("rust", RustRules::new),
            entry("c", CRules::new),
            entry("cpp", CppRules::new),
            entry("csharp", CsharpRules::new),
            entry("ruby", PlainRules::new),
            entry("php", PlainRules::new),
            entry("swift", SwiftRules::new),
            entry("scala", ScalaRules::new),
            entry("bash", PlainRules::new),
            entry("elixir", ElixirRules::new),
            entry("erlang", ErlangRules::new),
            entry("dart", DartRules::new),
            entry("r", PlainRules::new),
            entry("haskell", PlainRules::new),
            entry("ocaml", OcamlRules::new),
            entry("html", MarkupRules::new),
            entry("css", MarkupRules::new));

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
