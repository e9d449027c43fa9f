package dev.orrery.indexer.link.unit;

import dev.orrery.indexer.parse.FileFacts;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Which names a file's text has: its strings and the parts of those that are dotted or paths. */
final class Mentions {
    private Mentions() {}

    static int[] of(FileFacts facts, int[] numbers, Names names) {
        IntStream.Builder all = IntStream.builder();
        for (int i = 0; i < numbers.length; i++) {
            all.add(numbers[i]);
            addParts(facts.string(i), all, names);
        }
        addParts(facts.packageName(), all, names);
        int[] sorted = all.build().toArray();
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static void addParts(String text, IntStream.Builder into, Names names) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean end = i == text.length();
            char c = end ? '.' : text.charAt(i);
            if (c == '.' || c == '/' || c == ':') {
                if (i > start && (start > 0 || !end)) {
                    into.add(names.intern(text.substring(start, i)));
                }
                start = i + 1;
            }
        }
    }
}
