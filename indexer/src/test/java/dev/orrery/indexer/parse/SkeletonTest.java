package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.history.RandomSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SkeletonTest {
    private final SourceLanguage java = Languages.standard().forPath("A.java").orElseThrow();

    @Test
    void aSkeletonDeclaresWhatTheWholeTextDoes() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        try (Parsing parsing = new Parsing()) {
            for (int i = 0; i < 100; i++) {
                byte[] text = RandomSource.java(random, i).getBytes(StandardCharsets.UTF_8);
                Skeleton skeleton = parsing.skeleton(java, text).orElseThrow();
                assertTrue(skeleton.text().length < text.length, () -> new String(text, StandardCharsets.UTF_8));
                assertEquals(
                        outline(parsing.parse(java, text), Skeleton.whole(text)),
                        outline(parsing.declarations(java, skeleton), skeleton),
                        () -> "seed " + seed + "\n" + new String(text, StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void whatIsNeverClosedStaysWhole() {
        for (String text :
                List.of("class A {", "class A { } }", "class A { String s = \"x; }", "class A {} /*", "'", "\"\"\"")) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            try (Parsing parsing = new Parsing()) {
                assertEquals(0, parsing.skeleton(java, utf8).orElseThrow().lines().length, text);
            }
        }
    }

    @Test
    void anyBytesHaveASkeleton() {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        try (Parsing parsing = new Parsing()) {
            for (int i = 0; i < 300; i++) {
                byte[] text = RandomSource.java(random, i).getBytes(StandardCharsets.UTF_8);
                for (int k = random.nextInt(8); k >= 0; k--) {
                    text[random.nextInt(text.length)] = (byte) (1 + random.nextInt(255));
                }
                Skeleton skeleton = parsing.skeleton(java, text).orElseThrow();
                for (int line = 1; line < skeleton.lines().length; line++) {
                    assertTrue(skeleton.line(line) < skeleton.line(line + 1), "seed " + seed);
                }
                parsing.declarations(java, skeleton);
            }
        }
    }

    /** What is declared outside of bodies and where. */
    private static List<String> outline(ParseOutcome outcome, Skeleton skeleton) {
        FileFacts facts = ((ParseOutcome.Parsed) outcome).facts();
        Declarations declarations = facts.declarations();
        List<String> rows = new ArrayList<>();
        boolean[] hidden = new boolean[declarations.count()];
        for (int i = 0; i < hidden.length; i++) {
            int parent = declarations.parent(i);
            hidden[i] = parent >= 0 && hidden[parent]
                    || Modifiers.has(declarations.modifiers(i), Modifiers.LOCAL)
                    || declarations.kind(i) == SymbolKind.INITIALIZER;
            if (!hidden[i]) {
                rows.add(declarations.kind(i) + " " + (parent < 0 ? "" : facts.name(parent)) + "." + facts.name(i) + "/"
                        + declarations.parameterCount(i) + " " + declarations.modifiers(i) + " "
                        + skeleton.line(declarations.startLine(i)) + " " + skeleton.line(declarations.line(i)) + " "
                        + skeleton.line(declarations.endLine(i)));
            }
        }
        return rows;
    }
}
