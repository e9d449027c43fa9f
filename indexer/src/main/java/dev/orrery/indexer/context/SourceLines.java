package dev.orrery.indexer.context;

import dev.orrery.api.OrreryException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of files, those last asked for kept. Safe from any thread. */
final class SourceLines {
    private static final int MOST_CHARACTERS = 16 << 20;
    private static final String[] NONE = {};

    private final SourceReader reader;
    private final LinkedHashMap<String, String[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

    SourceLines(SourceReader reader) {
        this.reader = reader;
    }

    static String[] split(String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].endsWith("\r")) {
                lines[i] = lines[i].substring(0, lines[i].length() - 1);
            }
        }
        return lines;
    }

    /** The lines of a file as they are on disk or were when last asked for; none where it cannot be read. */
    String[] of(String path) {
        String[] known = known(path);
        if (known != null) {
            return known;
        }
        String[] lines;
        try {
            lines = split(reader.read(path));
        } catch (OrreryException gone) {
            return NONE;
        }
        keep(path, lines);
        return lines;
    }

    private synchronized String @Nullable [] known(String path) {
        return kept.get(path);
    }

    private synchronized void keep(String path, String[] lines) {
        if (kept.put(path, lines) == null) {
            characters += weight(lines);
        }
        while (characters > MOST_CHARACTERS && !kept.isEmpty()) {
            Map.Entry<String, String[]> eldest = kept.firstEntry();
            kept.remove(eldest.getKey());
            characters -= weight(eldest.getValue());
        }
    }

    private static long weight(String[] lines) {
        long weight = 0;
        for (String line : lines) {
            weight += line.length() + 24;
        }
        return weight;
    }

    synchronized void forget() {
        kept.clear();
        characters = 0;
    }
}
