package dev.orrery.indexer.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The facts of one sample of each language; {@code -Dgolden.update=true} writes what is found as what is expected. */
class GoldenFactsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/orrery/indexer/parse/golden");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kt", "py", "js", "ts", "tsx", "go", "rs", "c", "cpp", "cs", "rb", "php", "swift", "scala", "sh", "ex",
                "erl", "dart", "R", "hs", "ml", "html", "css"
            })
    void sampleHasTheReviewedFacts(String extension) throws Exception {
        Path sample = Samples.of(extension);
        Path golden = FOLDER.resolve("shop." + extension + ".facts");
        try (Parsing parsing = new Parsing()) {
            Parsed parsed =
                    assertInstanceOf(Parsed.class, parsing.parse(sample.toString(), Files.readAllBytes(sample)));
            FileFacts facts = parsed.facts();
            FactsCheck.check(facts);

            String found = FactsText.of(facts);
            assertEquals(
                    found,
                    FactsText.of(
                            FactsCodec.decode(FactsCodec.encode(List.of(facts))).getFirst()));
            if (Boolean.getBoolean("golden.update")) {
                Files.writeString(golden, found);
            }
            assertEquals(Files.readString(golden), found);
        }
    }
}
