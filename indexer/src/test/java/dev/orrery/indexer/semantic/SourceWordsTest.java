package dev.orrery.indexer.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Catches code that is taken for comment or text, and source that stops the reader. */
class SourceWordsTest {

    @Test
    void wordsCommentsAndLiteralsAreToldApart() {
        assertEquals(
                List.of("c:/** Doc \"x\" */", "int", "f", "s:a // b", "char", "d", "s:\\\"", "c:// 'end", "g"),
                read("java", "/** Doc \"x\" */ public int f = \"a // b\"; char d = '\\\"'; // 'end\n g"));
        assertEquals(
                List.of("f", "c:\"\"\"Doc.\"\"\"", "s:#", "c:# end"),
                read("python", "def f: \"\"\"Doc.\"\"\" '#' # end"));
        assertEquals(List.of("a", "str", "b"), read("rust", "&'a str; b"));
    }

    @Test
    void randomTextEnds() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(40); k > 0; k--) {
                text.append("/*\"'`\\#\n a_\0é".charAt(random.nextInt(13)));
            }
            read(i % 2 == 0 ? "java" : "python", text.toString());
        }
    }

    private static List<String> read(String language, String text) {
        List<String> words = new ArrayList<>();
        SourceWords.read(new Language(language), text, new SourceWords.Sink() {
            @Override
            public void identifier(String word) {
                words.add(word);
            }

            @Override
            public void comment(String all, int start, int end) {
                words.add("c:" + all.substring(start, end));
            }

            @Override
            public void literal(String all, int start, int end) {
                words.add("s:" + all.substring(start, end));
            }
        });
        return words;
    }
}
