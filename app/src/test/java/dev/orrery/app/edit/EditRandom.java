package dev.orrery.app.edit;

import dev.orrery.api.TextEdit;
import java.util.Random;

/** Texts and edits by chance, with all kinds of line ends, brackets, quotes and characters beyond the first plane. */
final class EditRandom {
    private static final String[] PIECES = {
        "\n", "\r\n", "\r", "a", "word", " ", "    ", "\t", "{", "}", "(", ")", "\"", "é", "😀", "// x", "0"
    };

    private EditRandom() {}

    static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(most + 1); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    static TextEdit edit(Random random, int length) {
        int start = random.nextInt(length + 1);
        int end = random.nextInt(3) == 0
                ? start + random.nextInt(length - start + 1)
                : Math.min(length, start + random.nextInt(3));
        return new TextEdit(start, end, text(random, 5));
    }
}
