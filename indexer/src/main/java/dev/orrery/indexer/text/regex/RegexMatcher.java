package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.scan.Bytes;
import dev.orrery.indexer.text.regex.LazyDfa.Preference;
import dev.orrery.indexer.text.regex.NfaCompiler.Direction;
import org.jspecify.annotations.Nullable;

/**
 * The matcher of a {@link Regex}. Lines are found by their needles where the pattern has some, and else by the automaton in
 * one go over the block; then each line's matches are found one after the other, as grep-matcher's iterator does.
 */
final class RegexMatcher implements BlockMatcher {
    private final DfaSearch forwards;
    private final DfaSearch backwards;
    private final NfaRunner runner;
    private final boolean wholeCharacters;
    private final @Nullable Needles needles;
    /** The bytes of what is looked at, at the offsets that they have in the block. */
    private byte[] bytes = {};

    RegexMatcher(Regex regex, WorkLimit limit) {
        Nfa forwardsNfa = regex.forwards();
        Nfa backwardsNfa = regex.backwards();
        this.forwards = new DfaSearch(new LazyDfa(
                forwardsNfa,
                forwardsNfa.scanStart(),
                Direction.FORWARDS,
                Preference.FIRST,
                regex.forwardsClasses(),
                limit));
        this.backwards = new DfaSearch(new LazyDfa(
                backwardsNfa,
                backwardsNfa.start(),
                Direction.BACKWARDS,
                Preference.LONGEST,
                regex.backwardsClasses(),
                limit));
        this.runner = new NfaRunner(forwardsNfa, limit);
        this.wholeCharacters = forwardsNfa.hasUnicodeWordChecks();
        this.needles = regex.needles().isEmpty() ? null : new Needles(regex.needles());
    }

    @Override
    public void match(String block, MatchSink sink) {
        int end = block.length();
        if (bytes.length < end) {
            bytes = new byte[Math.max(end, 1 << 16)];
        }
        if (needles == null) {
            copy(block, 0, end);
        } else {
            needles.reset(block);
        }
        int at = 0;
        while (at < end) {
            int found = needles == null ? forwards.findLine(bytes, at, end) : needles.find(at);
            if (found < 0) {
                return;
            }
            int lineStart = Math.max(at, block.lastIndexOf('\n', found - 1) + 1);
            int newline = block.indexOf('\n', found);
            int lineEnd = newline < 0 ? end : newline;
            if (lineStart < end) {
                if (needles != null) {
                    copy(block, lineStart, lineEnd);
                }
                matchLine(lineStart, lineEnd, newline < 0, sink);
            }
            at = lineEnd + 1;
        }
    }

    @SuppressWarnings("deprecation") // Each char is a byte, which is what this method copies, and quickly.
    private void copy(String block, int start, int end) {
        block.getBytes(start, end, bytes, start);
    }

    /** @param unended whether the line is the text's last and lacks its end */
    private void matchLine(int lineStart, int lineEnd, boolean unended, MatchSink sink) {
        boolean slow = wholeCharacters && !Bytes.isAscii(bytes, lineStart, lineEnd);
        int from = lineStart;
        int lastEnd = -1;
        int sent = 0;
        while (from <= lineEnd) {
            long match = slow ? runner.find(bytes, lineStart, lineEnd, from) : find(lineStart, lineEnd, from);
            if (match < 0) {
                return;
            }
            int start = (int) (match >>> 32);
            int stop = (int) match;
            boolean empty = start == stop;
            from = empty ? stop + 1 : stop;
            boolean follows = empty && stop == lastEnd;
            lastEnd = stop;
            if (!follows && !(empty && unended && start == lineEnd && sent > 0)) {
                sink.match(lineStart, lineEnd, start, stop);
                sent++;
            }
        }
    }

    private long find(int lineStart, int lineEnd, int from) {
        int stop = forwards.findEnd(bytes, lineStart, from, lineEnd);
        if (stop < 0) {
            return -1;
        }
        int start = backwards.findStart(bytes, lineStart, from, stop, lineEnd);
        if (start < 0) {
            throw new IllegalStateException("a match ends at " + stop + " and begins nowhere");
        }
        return (long) start << 32 | stop;
    }
}
