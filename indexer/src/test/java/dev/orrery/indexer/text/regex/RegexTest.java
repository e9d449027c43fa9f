package dev.orrery.indexer.text.regex;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.Messages;
import dev.orrery.indexer.text.regex.NfaCompiler.Direction;
import dev.orrery.indexer.text.regex.Regex.CaseRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(a;group",
                "a);unopened",
                "[a;class",
                "*a;repeatnothing",
                "a|*;repeatnothing",
                "a{2;repeat",
                "a{3,2};repeatrange",
                "\\1;backreference",
                "\\q;escape",
                "\\;escape",
                "(?=a);lookaround",
                "(?<!a);lookaround",
                "(?z)a;flag",
                "(?);flag",
                "(?i-);flag",
                "[z-a];range",
                "[a-\\d];range",
                "\\p{Nothing};property",
                "\\x{110000};hex",
                "\\xZZ;hex",
                "a\\nb;newline",
                "[\\n];newline",
                "(?P<1>a);groupname",
                "(?P<n>a)(?P<n>b);groupname",
                "(?-u)\\pL;unicodeoff",
                "[[:nope:]];x",
                "a{99999999999};large",
                "(\\w{1000}){1000};large"
            })
    void aWrongPatternSaysWhatIsWrong(String pattern, String problem) throws OrreryException {
        if (problem.equals("x")) {
            Regex.compile(pattern, CaseRule.SENSITIVE);
            return;
        }
        OrreryException wrong =
                assertThrows(OrreryException.class, () -> Regex.compile(pattern, CaseRule.SENSITIVE), pattern);
        assertEquals("indexer.regex." + problem, wrong.userMessage().key());
        String sentence = Messages.of(Locale.ENGLISH).text(wrong.userMessage());
        assertEquals(-1, sentence.indexOf("indexer.regex"), sentence);
    }

    @Test
    void deepNestingIsRefusedAndDoesNotOverflow() {
        for (String pattern : List.of("(".repeat(5000), "[".repeat(5000), "a" + "*".repeat(5000))) {
            assertThrows(OrreryException.class, () -> Regex.compile(pattern, CaseRule.SENSITIVE));
        }
    }

    @Test
    void touchingMatchesThatBeginWithAWordBoundaryAreAllFound() throws OrreryException {
        assertEquals(List.of("1-2", "2-3"), matches("\\Bo", "foo"));
        assertEquals(List.of("0-1", "1-2", "2-3"), matches("\\b.", "a b"));
    }

    @Test
    void newerSyntaxIsRead() throws OrreryException {
        assertEquals(List.of("0-3"), matches("(?<word>foo)", "foo"));
        assertEquals(List.of("4-7"), matches("\\b{start}\\w+\\b{end}$", "foo bar"));
        assertEquals(List.of("0-1"), matches("\\<f", "foo"));
        assertEquals(List.of("0-2"), matches("\\/\\_", "/_"));
        assertEquals(List.of("0-1"), matches("[a&&b]|f", "foo"));
    }

    /** Automata that forget and begin again must find the same as following all states at once. */
    @Test
    void theLazyAutomatonAgreesWithTheSimulation() throws OrreryException {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "a", "b", "[ab]", ".", "a?", "b*", "(a|ab)", "(b|)", "^", "$", "\\b", "c+?", "(?:ab){1,3}", "\u00e9");
        for (int round = 0; round < 400; round++) {
            StringBuilder pattern = new StringBuilder();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                pattern.append(pieces.get(random.nextInt(pieces.size()))).append(random.nextInt(6) == 0 ? "|" : "");
            }
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < random.nextInt(14); i++) {
                line.append("aabbc \u00e9".charAt(random.nextInt(7)));
            }
            assertEquals(
                    simulated(pattern.toString(), line.toString()),
                    matches(pattern.toString(), line.toString()),
                    () -> "seed " + seed + ": " + pattern + " on " + line);
        }
    }

    private static List<String> matches(String pattern, String line) throws OrreryException {
        List<String> found = new ArrayList<>();
        String bytes = new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Regex.compile(pattern, CaseRule.SENSITIVE)
                .matcher(new WorkLimit(Cancellation.NEVER))
                .match(bytes, (lineStart, lineEnd, start, end) -> found.add(start + "-" + end));
        return found;
    }

    private static List<String> simulated(String pattern, String line) throws OrreryException {
        Nfa nfa = NfaCompiler.compile(RegexParser.parse(pattern, Flags.NONE), Direction.FORWARDS);
        NfaRunner runner = new NfaRunner(nfa, new WorkLimit(Cancellation.NEVER));
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        int from = 0;
        int lastEnd = -1;
        while (from <= bytes.length && bytes.length > 0) {
            long match = runner.find(bytes, 0, bytes.length, from);
            if (match < 0) {
                break;
            }
            int start = (int) (match >>> 32);
            int end = (int) match;
            boolean empty = start == end;
            from = empty ? end + 1 : end;
            if (!(empty && (end == lastEnd || start == bytes.length && !found.isEmpty()))) {
                found.add(start + "-" + end);
            }
            lastEnd = end;
        }
        return found;
    }
}
