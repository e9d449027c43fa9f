package dev.orrery.models.ngram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    private static String shown(String path, String text) {
        Tokens tokens = Lexer.lex(path, text);
        return IntStream.range(0, tokens.size()).mapToObj(tokens::token).collect(Collectors.joining(" ¦ "));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            delimiter = '~',
            value = {
                "A.java~int a_1 = b+=c;~int ¦ a_1 ¦ = ¦ b ¦ += ¦ c ¦ ;",
                "A.java~x = \"a // b\"; // c \"d~x ¦ = ¦ \"a // b\" ¦ ;",
                "A.java~a /* b */ c <!-- d --> e~a ¦ c ¦ e",
                "A.java~List<List<A>> a~List ¦ < ¦ List ¦ < ¦ A ¦ > ¦ > ¦ a",
                "A.java~1.5e3+0x1F-1_000L~1.5e3 ¦ + ¦ 0x1F ¦ - ¦ 1_000L",
                "a.py~x = y // 2 # z~x ¦ = ¦ y ¦ // ¦ 2",
                "a.sql~select 'it''s' -- x~select ¦ 'it' ¦ 's'",
                "a.c~#include <a.h>~# ¦ include ¦ < ¦ a ¦ . ¦ h ¦ >",
                "a.rs~fn f<'a>(x: &'a str)~fn ¦ f ¦ < ¦ 'a>(x: &' ¦ a ¦ str ¦ )",
                "a.js~`a ${b}` ?? c?.d~`a ${b}` ¦ ?? ¦ c ¦ ?. ¦ d",
                "A.java~\"open~\" ¦ open",
                "A.java~größe 変数~größe ¦ 変数",
            })
    void cutsCodeIntoTokens(String path, String text, String expected) {
        assertEquals(expected, shown(path, text));
    }

    @Test
    void tellsWhatStandsBetween() {
        Tokens tokens = Lexer.lex("A.java", "a b(c) // d\n  e /* \n */f /* g */ h ");
        String gaps = IntStream.range(0, tokens.size())
                .mapToObj(at -> tokens.token(at) + tokens.gap(at).ordinal())
                .collect(Collectors.joining(" "));
        assertEquals("a2 b1 (0 c0 )0 e2 f2 h1", gaps);
        assertEquals(Gap.SPACE, tokens.lastGap());
    }

    /** Whatever the text, tokens lie in order and all that is left between them is blank, or comment. */
    @Test
    void losesNothing() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        String letters = "ab1 \n\"'`+-=<>.\\#(){}é\ud83d\ude00";
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int at = 0; at < length; at++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            Tokens tokens = Lexer.lex("x.java", text.toString().replace("<", ""));
            StringBuilder joined = new StringBuilder();
            for (int at = 0; at < tokens.size(); at++) {
                joined.append(tokens.token(at));
            }
            assertEquals(tokens.text().replaceAll("\\s", ""), joined.toString().replaceAll("\\s", ""), "seed " + seed);
        }
    }
}
