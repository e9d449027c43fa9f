package dev.orrery.base;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over a path's bytes with the meaning of git's {@code wildmatch} in path mode: {@code *}, {@code ?} and classes
 * stay between slashes, a segment {@code **} spans any number of folders, and at the end at least one entry. Matching
 * backs up to the last star only, at both levels, so no pattern takes more than quadratic time. Patterns and paths are bytes, one in
 * each char, as ISO-8859-1 gives them.
 */
public final class Glob {
    /** A null segment is {@code **}. */
    private final List<@Nullable GlobSegment> segments;

    private final @Nullable String literal;

    private Glob(List<@Nullable GlobSegment> segments, @Nullable String literal) {
        this.segments = segments;
        this.literal = literal;
    }

    /** Compiles a pattern of bytes; null where it is malformed and can match nothing. */
    public static @Nullable Glob compile(String pattern) {
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
        return new Glob(segments, allLiteral ? literal.toString() : null);
    }

    private static GlobSegment anyName() {
        GlobSegment.Builder any = new GlobSegment.Builder();
        any.star();
        return any.build();
    }

    /** Reads up to the next slash and returns its offset, or the pattern's length, or -1 where it is malformed. */
    private static int parseSegment(String pattern, int from, GlobSegment.Builder segment) {
        int at = from;
        while (at < pattern.length()) {
            char value = pattern.charAt(at);
            switch (value) {
                case '/' -> {
                    return at;
                }
                case '?' -> segment.anyByte();
                case '*' -> segment.star();
                case '[' -> {
                    GlobClass set = GlobClass.parse(pattern, at);
                    if (set == null) {
                        return -1;
                    }
                    segment.set(set);
                    at = set.end();
                }
                case '\\' -> {
                    if (++at == pattern.length()) {
                        return -1;
                    }
                    if (pattern.charAt(at) == '/') {
                        return at;
                    }
                    segment.literal(pattern.charAt(at));
                }
                default -> segment.literal(value);
            }
            at++;
        }
        return at;
    }

    /** Whether {@code path[from..]} matches; it holds no leading and no trailing slash. */
    public boolean matches(String path, int from) {
        if (literal != null) {
            return path.length() - from == literal.length() && path.startsWith(literal, from);
        }
        int at = from;
        int segment = 0;
        int star = -1;
        int starAt = 0;
        while (at <= path.length()) {
            int slash = path.indexOf('/', at);
            int end = slash < 0 ? path.length() : slash;
            if (segment < segments.size() && segments.get(segment) == null) {
                star = segment++;
                starAt = at;
            } else if (segment < segments.size() && segments.get(segment).matches(path, at, end)) {
                segment++;
                at = end + 1;
            } else if (star >= 0) {
                segment = star + 1;
                int next = path.indexOf('/', starAt);
                starAt = next < 0 ? path.length() + 1 : next + 1;
                at = starAt;
            } else {
                return false;
            }
        }
        while (segment < segments.size() && segments.get(segment) == null) {
            segment++;
        }
        return segment == segments.size();
    }
}
