package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strings of a block of files, each distinct one told once. A string that follows the one or the two that it followed
 * last time costs next to nothing: files of one project begin alike.
 */
final class BlockStrings {
    private static final int FOLLOWS_TWO = 0;
    private static final int FOLLOWS_ONE = 1;
    private static final int NEW = 2;
    private static final int KNOWN = 3;
    private static final int PAIRS = 1 << 16;
    private static final int LOW_BITS = 7;

    private final int stream;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> known = new ArrayList<>();
    private final int[] afterTwo = new int[PAIRS];
    private int[] afterOne = new int[64];
    private int last;
    private int lastButOne;

    /** @param stream the first of four streams that it may use */
    BlockStrings(int stream) {
        this.stream = stream;
        numbers.put("", 0);
        known.add("");
    }

    String code(String text, FactsStreams streams) throws FactsFormatException {
        int pair = (lastButOne * 0x9E3779B1 ^ last) & PAIRS - 1;
        int given = numbers.getOrDefault(text, -1);
        int way =
                given < 0 ? NEW : given == afterTwo[pair] ? FOLLOWS_TWO : given == afterOne[last] ? FOLLOWS_ONE : KNOWN;
        int number =
                switch (streams.unsigned(stream, way)) {
                    case FOLLOWS_TWO -> afterTwo[pair];
                    case FOLLOWS_ONE -> afterOne[last];
                    case NEW -> fresh(streams.text(stream + 3, text));
                    case KNOWN ->
                        streams.unsigned(stream + 1, given >>> LOW_BITS) << LOW_BITS
                                | streams.unsigned(stream + 2, given & (1 << LOW_BITS) - 1);
                    default -> throw new FactsFormatException("string");
                };
        if (number < 0 || number >= known.size()) {
            throw new FactsFormatException("string");
        }
        afterTwo[pair] = number;
        afterOne[last] = number;
        lastButOne = last;
        last = number;
        return known.get(number);
    }

    private int fresh(String text) {
        int number = known.size();
        numbers.put(text, number);
        known.add(text);
        if (number >= afterOne.length) {
            afterOne = Arrays.copyOf(afterOne, number * 2);
        }
        return number;
    }
}
