package dev.orrery.indexer.parse;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.indexer.parse.ParseOutcome.NotParsed;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.ParseOutcome.Reason;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParsingTest {
    private static final String SOURCE = "package a; class Grüße { void b() { c(); } }";

    @Test
    void textOfAnyEncodingBecomesTheSameFacts() {
        try (Parsing parsing = new Parsing()) {
            for (byte[] bytes : List.of(
                    SOURCE.getBytes(UTF_8),
                    ("\uFEFF" + SOURCE).getBytes(UTF_8),
                    ("\uFEFF" + SOURCE).getBytes(UTF_16LE),
                    ("\uFEFF" + SOURCE).getBytes(UTF_16BE))) {
                Parsed parsed = assertInstanceOf(Parsed.class, parsing.parse("A.java", bytes));
                assertEquals("a", parsed.facts().packageName());
                assertEquals("Grüße", parsed.facts().name(0));
                assertEquals(1, parsed.facts().calls().count());
            }
        }
    }

    @Test
    void fileWithoutFactsSaysWhy() {
        try (Parsing parsing = new Parsing()) {
            assertEquals(new NotParsed(Reason.NO_LANGUAGE), parsing.parse("README", SOURCE.getBytes(UTF_8)));
            assertEquals(new NotParsed(Reason.BINARY), parsing.parse("A.java", new byte[5000]));
            byte[] large = " ".repeat(FlatParser.MAX_BYTES + 1).getBytes(UTF_8);
            assertEquals(new NotParsed(Reason.TOO_LARGE), parsing.parse("A.java", large));
        }
    }

    @Test
    void manyThreadsGetTheSameFacts() {
        try (Parsing parsing = new Parsing()) {
            byte[] utf8 = SOURCE.repeat(20).getBytes(UTF_8);
            long distinct = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(i -> ((Parsed) parsing.parse("A.java", utf8)).facts())
                    .map(facts ->
                            facts.declarations().count() + " " + facts.calls().count() + " " + facts.tokens())
                    .distinct()
                    .count();
            assertEquals(1, distinct);
        }
    }
}
