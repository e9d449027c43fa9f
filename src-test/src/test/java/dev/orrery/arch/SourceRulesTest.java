package dev.orrery.arch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SourceRulesTest {
    private final SourceTree tree = SourceTree.find();

    @Test
    void everyPackageSaysWhatItIs() {
        List<String> silent = tree.javaFiles("main").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java"))
                        || !SourceTree.read(folder.resolve("package-info.java")).contains("@NullMarked"))
                .map(tree::relative)
                .toList();
        assertEquals(List.of(), silent, "packages without a null-marked package-info");
    }

    @Test
    void aFileHoldsOneIdea() {
        Set<String> tooLong = tree.javaFiles("main").stream()
                .filter(file -> SourceTree.read(file).lines().count() > 400)
                .map(tree::relative)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Exemptions.LONG_FILES), tooLong, "files over 400 lines want splitting");
    }

    @Test
    void namesSayWhatThingsAre() {
        Pattern vague = Pattern.compile(".*(Util|Utils|Helper|Helpers|Manager|Impl)\\.java");
        List<String> named = tree.javaFiles("main").stream()
                .map(tree::relative)
                .filter(file -> vague.matcher(file).matches())
                .toList();
        assertEquals(List.of(), named);
    }

    @Test
    void noTestSleepsOrIsSwitchedOff() {
        Pattern sleeping = Pattern.compile("Thread\\.sleep|@Disabled\\b|TimeUnit\\.\\w+\\.sleep");
        List<String> found = tree.javaFiles("test").stream()
                .filter(file -> !file.endsWith("SourceRulesTest.java"))
                .filter(file -> sleeping.matcher(SourceTree.read(file)).find())
                .map(tree::relative)
                .toList();
        assertEquals(List.of(), found, "wait for a condition instead");
    }

    @Test
    void theArchitectureNamesOnlyWhatExists() {
        Set<String> types = tree.javaFiles("main").stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        String text = SourceTree.read(tree.root().resolve("docs/architecture.md"));
        List<String> unknown = Pattern.compile("`([A-Z][A-Za-z0-9]+)`")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.equals(name.toUpperCase(java.util.Locale.ROOT)))
                .filter(name -> !types.contains(name))
                .distinct()
                .toList();
        assertEquals(List.of(), unknown, "docs/architecture.md names types that do not exist");
        assertTrue(text.lines().count() <= 140, "docs/architecture.md fits on two pages");
    }
}
