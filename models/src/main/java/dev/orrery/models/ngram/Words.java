package dev.orrery.models.ngram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of tokens at one caret: those of the vocabulary, and further ones for what only the open text has. Not safe for threads. */
final class Words {
    private static final int OWN = 1 << 29;

    private final Vocabulary vocabulary;
    private final byte[] shapes;
    private final long[] pieces;
    private final Map<String, Integer> own = new HashMap<>();
    private final List<String> ownWords = new ArrayList<>();
    private byte[] ownShapes = new byte[16];

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.shapes = vocabulary.shapes();
        this.pieces = vocabulary.pieces();
    }

    String word(int token) {
        return token >= OWN ? ownWords.get(token - OWN) : vocabulary.word(token);
    }

    /** The {@link Shape} of a token. */
    int shape(int token) {
        return (token >= OWN ? ownShapes[token - OWN] : shapes[token]) & 255;
    }

    /** The {@link Subtokens} of a name; 0 of what is none. */
    long pieces(int token) {
        if (token < OWN) {
            return pieces[token];
        }
        return Shape.isName(shape(token)) ? Subtokens.bits(ownWords.get(token - OWN)) : 0;
    }

    /** Whether a token is in no file that was learned. */
    static boolean isOwn(int token) {
        return token >= OWN;
    }

    /** Tokens of the open text and of the vocabulary that begin with a text. */
    List<Integer> startingWith(String prefix, int limit) {
        List<Integer> found = vocabulary.startingWith(prefix, limit);
        own.forEach((word, token) -> {
            if (word.startsWith(prefix)) {
                found.add(token);
            }
        });
        return found;
    }

    /** The cell of a token of some text. */
    int cell(Tokens tokens, int at) {
        return number(tokens.text(), tokens.start(at), tokens.end(at))
                | tokens.gap(at).ordinal() << Segment.GAP_SHIFT;
    }

    /** The number of a token, an own one where the vocabulary has none. */
    int number(String text, int start, int end) {
        int known = vocabulary.find(text, start, end);
        return known >= 0 && known < Math.min(shapes.length, pieces.length)
                ? known
                : own.computeIfAbsent(text.substring(start, end), this::add);
    }

    private int add(String word) {
        ownWords.add(word);
        int at = ownWords.size() - 1;
        if (at == ownShapes.length) {
            ownShapes = Arrays.copyOf(ownShapes, 2 * at);
        }
        ownShapes[at] = (byte) Shape.of(word);
        return OWN + at;
    }
}
