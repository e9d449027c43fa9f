package dev.orrery.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.SymbolKind;
import dev.orrery.app.feature.search.SearchScope;
import dev.orrery.app.session.SymbolText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern KEY = Pattern.compile("\"(app(?:\\.[A-Za-z_]+)+)\"");
    private static final Pattern COMMAND =
            Pattern.compile("(?:commands\\.add|whenOpen|onMap)\\(\\s*\"([a-z]+\\.[a-zA-Z]+)\"");

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        }
    }

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("dev.orrery.app.messages");

    @Test
    void everyKeyInTheCodeHasASentence() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            Matcher key = KEY.matcher(source);
            while (key.find()) {
                if (!BUNDLE.containsKey(key.group(1))) {
                    missing.add(key.group(1));
                }
            }
            Matcher command = COMMAND.matcher(source);
            while (command.find()) {
                if (!BUNDLE.containsKey("app.command." + command.group(1))) {
                    missing.add("app.command." + command.group(1));
                }
            }
        }
        for (SymbolKind kind : SymbolKind.values()) {
            if (!BUNDLE.containsKey(SymbolText.kindKey(kind))) {
                missing.add(SymbolText.kindKey(kind));
            }
        }
        for (SearchScope scope : SearchScope.values()) {
            if (!BUNDLE.containsKey(scope.titleKey())) {
                missing.add(scope.titleKey());
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everySentenceIsAPattern() {
        for (String key : BUNDLE.keySet()) {
            new MessageFormat(BUNDLE.getString(key));
        }
    }
}
