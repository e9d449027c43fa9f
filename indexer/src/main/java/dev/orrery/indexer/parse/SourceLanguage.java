package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A language that Orrery can parse: how its files are recognised, its grammar and its extractor. What it is made of lies in
 * the resource folder named after it. Safe from any thread; grammar and extractor are loaded when first asked for.
 */
public final class SourceLanguage {
    private final Language language;
    private final String family;
    private final String grammarName;
    private final boolean callsMeasured;
    private final Set<String> extensions;
    private final Set<String> fileNames;
    private final Set<String> interpreters;
    private volatile @Nullable FactExtractor extractor;
    private volatile @Nullable HighlightTable highlights;
    private volatile @Nullable SourceMask mask;

    private SourceLanguage(String id, Properties properties) {
        language = new Language(id);
        family = properties.getProperty("family", id);
        grammarName = properties.getProperty("grammar", id);
        callsMeasured = properties.getProperty("calls", "").equals("measured");
        extensions = words(properties, "extensions");
        fileNames = words(properties, "names");
        interpreters = words(properties, "interpreters");
    }

    static SourceLanguage load(String id) {
        Properties properties = new Properties();
        try (InputStream in = open(id, "language.properties");
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SourceLanguage(id, properties);
    }

    public Language language() {
        return language;
    }

    /** Languages of one family may call each other without ado, such as Java and Kotlin. */
    public String family() {
        return family;
    }

    /** Whether its calls were compared with what a compiler or another tool knows, and agreed well. */
    boolean callsMeasured() {
        return callsMeasured;
    }

    /** Extensions without the dot, in lower case. */
    Set<String> extensions() {
        return extensions;
    }

    Set<String> fileNames() {
        return fileNames;
    }

    /** Names of programs that run scripts in this language, without version numbers. */
    Set<String> interpreters() {
        return interpreters;
    }

    public Grammar grammar() throws OrreryException {
        return Grammar.of(grammarName);
    }

    /** The extractor of this language's facts. */
    public FactExtractor extractor() throws OrreryException {
        FactExtractor known = extractor;
        if (known == null) {
            Grammar grammar = grammar();
            known = ServiceLoader.load(ExtractorProvider.class, SourceLanguage.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(provider -> provider.provides(language))
                    .findFirst()
                    .orElseThrow(() -> new OrreryException(UserMessage.of("indexer.extractor.missing", language.id())))
                    .create(this, grammar);
            extractor = known;
        }
        return known;
    }

    /** The bytes as its grammar can read them; of the same length. */
    byte[] masked(byte[] utf8) {
        SourceMask known = mask;
        if (known == null) {
            known = SourceMask.parse(resource("mask.txt").orElse(""));
            mask = known;
        }
        return known.apply(utf8);
    }

    /** How its nodes are coloured. */
    HighlightTable highlights() throws OrreryException {
        HighlightTable known = highlights;
        if (known == null) {
            known = HighlightTable.parse(grammar(), resource("highlights.txt").orElse(""));
            highlights = known;
        }
        return known;
    }

    /** A text among the language's resources, if it has one of this name. */
    public Optional<String> resource(String name) {
        try (InputStream in = SourceLanguage.class.getResourceAsStream(language.id() + "/" + name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String id, String name) throws IOException {
        InputStream in = SourceLanguage.class.getResourceAsStream(id + "/" + name);
        if (in == null) {
            throw new IOException("no resource " + id + "/" + name);
        }
        return in;
    }

    private static Set<String> words(Properties properties, String key) {
        String value = properties.getProperty(key, "").strip();
        return value.isEmpty() ? Set.of() : Set.of(value.split("\\s+"));
    }

    @Override
    public String toString() {
        return language.id();
    }
}
