package dev.orrery.indexer.scan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over a path's bytes with the meaning of git's {@code wildmatch} in path mode: {@code *}, {@code ?} and classes
 * stay between slashes, a segment {@code **} spans any number of folders, and at the end at least one entry. Matching
 * backs up to the last star only, at both levels, so no pattern takes more than quadratic time.
 */
final class GlobOld {
    /** A null segment is {@code **}. */
    private final List<@Nullable GlobSegment> segments;

    private final @Nullable String literal;

    private GlobOld(List<@Nullable GlobSegment> segments, @Nullable String literal) {
        this.segments = segments;
        this.literal = literal;
    }

    /** Compiles a pattern of bytes; null where it is malformed and can match nothing. */
    static @Nullable Glob compile(String pattern) {
        List<@Nullable GlobSegment> segments = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        boolean allLiteral = true;
        int at = 0;
        while (at <= pattern.length()) {
            int afterStars = at;
            while (afterStars < pattern.length() && pattern.charAt(afterStars) == '*') {
                afterStars++;
            }
            boolean last = afterStars == pattern.length();
            if (afterStars - at >= 2 && (last || pattern.charAt(afterStars) == '/')) {
                if (last) {
                    segments.add(anyName());
                }
                segments.add(null);
                allLiteral = false;
                at = afterStars + 1;
                continue;
            }
            GlobSegment.Builder segment = new GlobSegment.Builder();
            at = parseSegment(pattern, at, segment);
            if (at < 0) {
                return null;
            }
            String text = segment.literalText();
            allLiteral &= text != null;
            literal.append(segments.isEmpty() ? "" : "/").append(text);
            segments.add(segment.build());
            at++;
        }
        return new GlobOld(segments, allLiteral ? literal.toString() : null);
    }

    private static GlobSegment anyName() {
        GlobSegment.Builder any = new GlobSegment.Builder();
        any.star();
