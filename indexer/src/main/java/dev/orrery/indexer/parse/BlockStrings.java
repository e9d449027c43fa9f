package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The strings of a block of files, each distinct one told once. Within a file a string is told as the one that followed last
 * time in its column, or by how far back it is in the order of first use; one that is new to the file as the one that followed
 * the one or the two before it last time, or by its number in the block, of which each kind of column learns what it uses.
 */
final class BlockStrings {
    private static final int FOLLOWS_TWO = 0;
    private static final int FOLLOWS_ONE = 1;
    private static final int NEW = 2;
    private static final int KNOWN = 3;
    private static final int PAIRS = 1 << 16;

    private final int stream;
    private final int kinds;
    private final FactsCoder coder;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> known = new ArrayList<>();
    private final int[] afterTwo = new int[PAIRS];
    private final int[] following = new int[PAIRS];
    private final int[] lastOfColumn;
    private int[] afterOne = new int[64];
    private int[] files = new int[64];
    private int[] places = new int[64];
    private int[] ofFile = new int[64];
    private int file;
    private int next;
    private int last;
    private int lastButOne;

    /**
     * @param stream the first of {@code 2 * kinds} streams that it may use
     * @param columns how many columns have strings
     * @param kinds how many kinds of columns there are
     */
    BlockStrings(FactsCoder coder, int stream, int columns, int kinds) {
        this.coder = coder;
        this.stream = stream;
        this.kinds = kinds;
        this.lastOfColumn = new int[columns];
        numbers.put("", 0);
        known.add("");
    }

    /** The strings that come belong to another file than those before. */
    void nextFile() {
        file++;
        next = 0;
    }

    /**
     * A string by its number in the file, -1 for none. One that is new to the file is added to {@code pool} where it is read.
     *
     * @param column where it stands, which is also the stream that may tell it
     * @param kind what kind of column that is
     */
    int string(int column, int kind, int cell, List<String> pool) throws FactsFormatException {
        int follower = (column * 0x9E3779B1 + lastOfColumn[column]) * 0x9E3779B1 >>> 16;
        int guess = following[follower];
        if (files[guess] == file && places[guess] < next) {
            if (coder.unsigned(stream + kind, places[guess] == cell ? 1 : 0) != 0) {
                lastOfColumn[column] = guess;
                return places[guess];
            }
        }
        int number = coder.near(column, cell, next);
        if (number > next) {
            throw new FactsFormatException("string");
        }
        if (number == next) {
            String text = code(coder.isReading() ? "" : pool.get(number), kind);
            if (coder.isReading()) {
                pool.add(text);
            }
            ofFile = next == ofFile.length ? Arrays.copyOf(ofFile, next * 2) : ofFile;
            ofFile[next] = last;
            files[last] = file;
            places[last] = next;
            next++;
        }
        int string = number < 0 ? 0 : ofFile[number];
        following[follower] = string;
        lastOfColumn[column] = string;
        return number;
    }

    /** A string that is no string of a file. */
    String code(String text, int kind) throws FactsFormatException {
        int pair = (lastButOne * 0x9E3779B1 ^ last) & PAIRS - 1;
        int given = coder.isReading() ? -1 : numbers.getOrDefault(text, -1);
        int way =
                given < 0 ? NEW : given == afterTwo[pair] ? FOLLOWS_TWO : given == afterOne[last] ? FOLLOWS_ONE : KNOWN;
        int number =
                switch (coder.kind(stream + kinds + kind, way)) {
                    case FOLLOWS_TWO -> afterTwo[pair];
                    case FOLLOWS_ONE -> afterOne[last];
                    case NEW -> fresh(coder.text(text));
                    case KNOWN -> coder.item(kind, given, known.size());
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
        if (!coder.isReading()) {
            numbers.put(text, number);
        }
        known.add(text);
        if (number >= afterOne.length) {
            afterOne = Arrays.copyOf(afterOne, number * 2);
            files = Arrays.copyOf(files, number * 2);
            places = Arrays.copyOf(places, number * 2);
        }
        return number;
    }
}
