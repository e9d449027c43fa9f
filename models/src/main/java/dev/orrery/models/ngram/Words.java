package dev.orrery.models.ngram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The numbers of tokens at one caret: those of the vocabulary, and further ones for what only the open text has. Not safe for threads. */
final class Words {
    private static final int OWN = 1 << 29;

    private final Vocabulary vocabulary;
    private final Map<String, Integer> own = new HashMap<>();
    private final List<String> ownWords = new ArrayList<>();

    Words(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String word(int token) {
        return token >= OWN ? ownWords.get(token - OWN) : vocabulary.word(token);
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

    /** The first tokens of a text as a file's stream: an edge, then number and gap of each. */
    Slice stream(Tokens tokens, int size) {
        int[] cells = new int[size + 1];
        cells[0] = Vocabulary.EDGE;
        for (int at = 0; at < size; at++) {
            cells[at + 1] = number(tokens, at) | tokens.gap(at).ordinal() << Segment.GAP_SHIFT;
        }
        return new Slice(cells, 0, cells.length, 0);
    }

    private int number(Tokens tokens, int at) {
        int known = vocabulary.find(tokens.text(), tokens.start(at), tokens.end(at));
        return known >= 0
                ? known
                : own.computeIfAbsent(tokens.token(at), word -> {
                    ownWords.add(word);
                    return OWN + ownWords.size() - 1;
                });
    }
}
