package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The languages that Orrery can parse, and which of them a file is written in. Immutable. */
public final class Languages {
    private static final class Known {
        static final Languages STANDARD = new Languages(list());
    }

    private final List<SourceLanguage> all;
    private final Map<String, SourceLanguage> byId = new HashMap<>();
    private final Map<String, SourceLanguage> byExtension = new HashMap<>();
    private final Map<String, SourceLanguage> byFileName = new HashMap<>();
    private final Map<String, SourceLanguage> byInterpreter = new HashMap<>();

    private Languages(List<SourceLanguage> all) {
        this.all = all;
        for (SourceLanguage language : all) {
            byId.put(language.language().id(), language);
            language.extensions().forEach(extension -> byExtension.put(extension, language));
            language.fileNames().forEach(name -> byFileName.put(name, language));
            language.interpreters().forEach(name -> byInterpreter.put(name, language));
        }
    }

    /** All languages of this build. */
    public static Languages standard() {
        return Known.STANDARD;
    }

    public List<SourceLanguage> all() {
        return all;
    }

    public Optional<SourceLanguage> of(Language language) {
        return Optional.ofNullable(byId.get(language.id()));
    }

    /** The languages' family, which is the language's own id where it is alone; see {@link SourceLanguage#family}. */
    public String family(Language language) {
        return of(language).map(SourceLanguage::family).orElse(language.id());
    }

    /** Whether calls in this language are found by structure only, without a measure of how often that is right. */
    public boolean hasRoughCalls(Language language) {
        return of(language).map(found -> !found.callsMeasured()).orElse(false);
    }

    /** The language that a path alone speaks for, by file name or extension. */
    public Optional<SourceLanguage> forPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        SourceLanguage byName = byFileName.get(name);
        return byName != null ? Optional.of(byName) : Optional.ofNullable(byExtension.get(extension(name)));
    }

    /** The language of a file by path and content: scripts by their first line, headers by what they contain. */
    public Optional<SourceLanguage> of(String path, byte[] bytes) {
        Optional<SourceLanguage> found = forPath(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (found.isEmpty()) {
            return name.indexOf('.') > 0
                    ? found
                    : ContentClues.interpreter(bytes).map(byInterpreter::get);
        }
        return switch (extension(name)) {
            case "h" -> ContentClues.isCpp(bytes) ? of(new Language("cpp")) : found;
            case "ts" -> ContentClues.isMarkup(bytes) ? Optional.empty() : found;
            default -> found;
        };
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static List<SourceLanguage> list() {
        try (InputStream in = Languages.class.getResourceAsStream("languages.txt")) {
            if (in == null) {
                throw new IOException("no resource languages.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(SourceLanguage::load)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
