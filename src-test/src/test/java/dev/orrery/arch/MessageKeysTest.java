package dev.orrery.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every sentence that the code asks for exists, and every sentence that exists is asked for. */
class MessageKeysTest {
    private static final Pattern KEY = Pattern.compile(
            "\"((?:app|base|indexer|models|plugins|render3d)\\.[a-z][A-Za-z0-9.-]*[A-Za-z0-9])(\\.?)\"");

    private final SourceTree tree = SourceTree.find();
    private final Set<String> used = new TreeSet<>();
    /** Keys that the code completes at run time, as in {@code "app.kind." + kind}. */
    private final Set<String> prefixes = new TreeSet<>();

    private final Set<String> defined = new TreeSet<>();

    @BeforeEach
    void collect() throws IOException {
        for (Path file : tree.javaFiles("main")) {
            KEY.matcher(SourceTree.read(file)).results().forEach(match -> {
                (match.group(2).isEmpty() ? used : prefixes).add(match.group(1) + match.group(2));
            });
        }
        for (String module : new String[] {"plugins/base", "indexer", "models", "render3d", "plugins/host", "app"}) {
            Path resources = tree.root().resolve(module).resolve("src/main/resources/dev/orrery");
            if (!Files.exists(resources)) {
                continue;
            }
            try (var files = Files.walk(resources)) {
                for (Path bundle : files.filter(file -> file.endsWith("messages.properties"))
                        .toList()) {
                    Properties properties = new Properties();
                    try (Reader reader = Files.newBufferedReader(bundle)) {
                        properties.load(reader);
                    }
                    defined.addAll(properties.stringPropertyNames());
                }
            }
        }
    }

    @Test
    void everyKeyHasAMessage() {
        Set<String> missing = used.stream()
                .filter(key -> !defined.contains(key))
                .filter(key -> defined.stream().noneMatch(known -> known.startsWith(key + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyMessageIsUsed() {
        Set<String> unused = defined.stream()
                .filter(key -> !used.contains(key))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .filter(key -> used.stream().noneMatch(prefix -> key.startsWith(prefix + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused);
    }
}
