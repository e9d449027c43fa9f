package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.TextHit;
import dev.orrery.indexer.text.regex.BlockMatcher;
import dev.orrery.indexer.text.regex.MatchSink;
import java.util.ArrayList;
import java.util.List;

/** Turns the matches in one file's blocks into hits with lines, columns and text. Confined to one thread. */
final class FileHits implements MatchSink {
    private static final TextBlock NOTHING = new TextBlock("", true);

    private final String path;
    private final BlockMatcher matcher;
    private final int most;
    private final Cancellation cancellation;
    private final List<TextHit> hits = new ArrayList<>();
    private TextBlock block = NOTHING;
    private int line = 1;
    private int counted;
    private int textStart = -1;
    private String text = "";
    private int byteAt;
    private int unitAt;

    /** @param most how many hits are kept */
    FileHits(String path, BlockMatcher matcher, int most, Cancellation cancellation) {
        this.path = path;
        this.matcher = matcher;
        this.most = most;
        this.cancellation = cancellation;
    }

    List<TextHit> hits() {
        return hits;
    }

    /** Looks through the next block of the file. */
    void search(TextBlock next) {
        cancellation.throwIfRequested();
        countTo(block.bytes().length());
        block = next;
        counted = 0;
        textStart = -1;
        matcher.match(next.bytes(), this);
    }

    @Override
    public void match(int lineStart, int lineEnd, int start, int end) {
        if (hits.size() >= most) {
            return;
        }
        if (lineStart != textStart) {
            countTo(lineStart);
            textStart = lineStart;
            text = block.text(lineStart, lineEnd);
            byteAt = lineStart;
            unitAt = 0;
        }
        boolean plain = text.length() == lineEnd - lineStart;
        int from = plain ? start - lineStart : unitsTo(start);
        int to = plain ? end - lineStart : unitsTo(end);
        hits.add(new TextHit(path, line, start - lineStart + 1, text, from, to));
    }

    private void countTo(int offset) {
        String bytes = block.bytes();
        for (int at = bytes.indexOf('\n', counted); at >= 0 && at < offset; at = bytes.indexOf('\n', at + 1)) {
            line++;
        }
        counted = offset;
    }

    /** UTF-16 units of the line before {@code offset}; offsets only grow within a line. */
    private int unitsTo(int offset) {
        unitAt = Math.min(text.length(), unitAt + block.text(byteAt, offset).length());
        byteAt = offset;
        return unitAt;
    }
}
