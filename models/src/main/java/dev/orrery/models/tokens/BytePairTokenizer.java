package dev.orrery.models.tokens;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Byte-level byte-pair encoding: every sequence of bytes has tokens, and they give the same bytes again. Within a piece the pair whose merge
 * was learned first is joined first, the leftmost of equal ones. Immutable.
 */
public final class BytePairTokenizer {
    private static final int BYTES = 256;
    private static final int FORMAT = 1;
    private static final int MOST_TOKENS = 1 << 20;
    private static final long MOST_FILE = 64L << 20;
    private static final int LONGEST_TOKEN = 1 << 12;

    private static final byte[] NONE = {};

    private final byte[][] texts;
    private final Map<Long, Integer> merges;
    private final List<String> marks;

    /**
     * @param merges pairs of tokens, each pair's own token being 256 plus its place
     * @param marks names of the tokens that are no text
     * @throws IllegalArgumentException where a pair has a token that is not yet there
     */
    public BytePairTokenizer(int[][] merges, List<String> marks) {
        this.marks = List.copyOf(marks);
        this.merges = HashMap.newHashMap(merges.length);
        texts = new byte[BYTES + merges.length][];
        for (int i = 0; i < BYTES; i++) {
            texts[i] = new byte[] {(byte) i};
        }
        for (int i = 0; i < merges.length; i++) {
            int token = BYTES + i;
            int left = merges[i][0];
            int right = merges[i][1];
            if (left < 0 || left >= token || right < 0 || right >= token) {
                throw new IllegalArgumentException("merge " + i + " of " + left + " and " + right);
            }
            byte[] text = Arrays.copyOf(texts[left], texts[left].length + texts[right].length);
            if (text.length > LONGEST_TOKEN) {
                throw new IllegalArgumentException("merge " + i + " has " + text.length + " bytes");
            }
            System.arraycopy(texts[right], 0, text, texts[left].length, texts[right].length);
            texts[token] = text;
            this.merges.putIfAbsent(pair(left, right), token);
        }
    }

    /** Reads a file of format 1. */
    public static BytePairTokenizer read(Path file) throws IOException, OrreryException {
        if (Files.size(file) > MOST_FILE) {
            throw bad(file, null);
        }
        JsonMapper json = new JsonMapper(JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(8).build())
                .build());
        try {
            JsonNode root = json.readTree(Files.readAllBytes(file));
            JsonNode pairs = root.path("merges");
            JsonNode marks = root.path("marks");
            if (root.path("format").asInt() != FORMAT || !pairs.isArray() || !marks.isArray()) {
                throw bad(file, null);
            }
            if (pairs.size() + marks.size() > MOST_TOKENS) {
                throw bad(file, null);
            }
            int[][] merges = new int[pairs.size()][];
            for (int i = 0; i < merges.length; i++) {
                JsonNode pair = pairs.get(i);
                merges[i] = new int[] {pair.path(0).asInt(-1), pair.path(1).asInt(-1)};
            }
            return new BytePairTokenizer(
                    merges, marks.valueStream().map(JsonNode::asText).toList());
        } catch (JacksonException | IllegalArgumentException damaged) {
            throw bad(file, damaged);
        }
    }

    private static OrreryException bad(Path file, @Nullable Throwable cause) {
        return new OrreryException(UserMessage.of("models.tokens.damaged", String.valueOf(file.getFileName())), cause);
    }

    /** How many tokens there are, marks included. */
    public int size() {
        return texts.length + marks.size();
    }

    /** The token of a mark. */
    public OptionalInt mark(String name) {
        int place = marks.indexOf(name);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(texts.length + place);
    }

    /** Whether a token is a mark and so no text. */
    public boolean isMark(int token) {
        return token >= texts.length;
    }

    /** The tokens of a text; never a mark. Takes time linear in the text's length. */
    public int[] encode(byte[] text) {
        int[] tokens = new int[text.length];
        int used = 0;
        int start = 0;
        while (start < text.length) {
            int end = Pieces.end(text, start);
            for (int i = start; i < end; i++) {
                tokens[used + i - start] = text[i] & 0xff;
            }
            used = merge(tokens, used, used + end - start);
            start = end;
        }
        return Arrays.copyOf(tokens, used);
    }

    /** Joins pairs between {@code from} and {@code to}; gives the new end. */
    private int merge(int[] tokens, int from, int to) {
        int end = to;
        while (true) {
            int best = Integer.MAX_VALUE;
            int at = -1;
            for (int i = from; i + 1 < end; i++) {
                Integer joined = merges.get(pair(tokens[i], tokens[i + 1]));
                if (joined != null && joined < best) {
                    best = joined;
                    at = i;
                }
            }
            if (at < 0) {
                return end;
            }
            tokens[at] = best;
            System.arraycopy(tokens, at + 2, tokens, at + 1, end - at - 2);
            end--;
        }
    }

    /** The bytes of the tokens; a mark has none. */
    public byte[] decode(int[] tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tokens.length * 4);
        for (int token : tokens) {
            bytes.writeBytes(bytes(token));
        }
        return bytes.toByteArray();
    }

    /** The bytes of one token, not to be changed; none for a mark. */
    public byte[] bytes(int token) {
        return isMark(token) ? NONE : texts[token];
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }
}
