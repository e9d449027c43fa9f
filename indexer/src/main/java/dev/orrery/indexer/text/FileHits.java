package dev.orrery.indexer.text;

import dev.orrery.api.Cancellation;
import dev.orrery.api.TextHit;
import dev.orrery.indexer.scan.Bytes;
import dev.orrery.indexer.scan.TextBlocks;
import dev.orrery.indexer.text.regex.BlockMatcher;
import dev.orrery.indexer.text.regex.MatchSink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Turns the matches in one file's blocks into hits with lines, columns and text. Confined to one thread. */
final class FileHits implements TextBlocks.Visitor, MatchSink {
    private final String path;
    private final BlockMatcher matcher;
    private final int most;
    private final Cancellation cancellation;
    private final List<TextHit> hits = new ArrayList<>();
    private byte[] bytes = {};
    private int line = 1;
    private int counted;
    private int textStart = -1;
    private String text = "";
    private int byteAt;
    private int unitAt;

    /** @param most how many hits are kept */
    FileHits(String path, BlockMatcher matcher, int most, Cancellation cancellation) {
        this.most = most;
        this.path = path;
        this.matcher = matcher;
        this.cancellation = cancellation;
    }

    List<TextHit> hits() {
        return hits;
    }

    @Override
    public void block(byte[] block, int end) {
        cancellation.throwIfRequested();
        bytes = block;
        counted = 0;
        textStart = -1;
        matcher.match(block, end, this);
        countTo(end);
    }

    @Override
    public void match(int lineStart, int lineEnd, int start, int end) {
        if (hits.size() >= most) {
            return;
        }
        if (lineStart != textStart) {
            countTo(lineStart);
            textStart = lineStart;
            text = new String(bytes, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
            byteAt = lineStart;
            unitAt = 0;
        }
        boolean plain = text.length() == lineEnd - lineStart;
        int from = plain ? start - lineStart : unitsTo(start);
        int to = plain ? end - lineStart : unitsTo(end);
        hits.add(new TextHit(path, line, start - lineStart + 1, text, from, to));
    }

    private void countTo(int offset) {
        line += Bytes.count(bytes, counted, offset, (byte) '\n');
        counted = offset;
    }

    /** UTF-16 units of the line before {@code offset}; offsets only grow within a line. */
    private int unitsTo(int offset) {
        unitAt = Math.min(
                text.length(), unitAt + new String(bytes, byteAt, offset - byteAt, StandardCharsets.UTF_8).length());
        byteAt = offset;
        return unitAt;
    }
}
