package dev.orrery.indexer.text;

import dev.orrery.indexer.text.regex.BlockMatcher;
import dev.orrery.indexer.text.regex.MatchSink;
import java.nio.charset.StandardCharsets;

/** Finds text as it is written, by the platform's own vectorised search. Safe from any thread. */
final class LiteralMatcher implements BlockMatcher {
    private final String wanted;

    /** @param text not empty, without line ends */
    LiteralMatcher(String text) {
        this.wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void match(String block, MatchSink sink) {
        int lineStart = 0;
        int lineEnd = -1;
        for (int at = block.indexOf(wanted); at >= 0; at = block.indexOf(wanted, at + wanted.length())) {
            if (at > lineEnd) {
                lineStart = block.lastIndexOf('\n', at) + 1;
                int newline = block.indexOf('\n', at);
                lineEnd = newline < 0 ? block.length() : newline;
            }
            sink.match(lineStart, lineEnd, at, at + wanted.length());
        }
    }
}
