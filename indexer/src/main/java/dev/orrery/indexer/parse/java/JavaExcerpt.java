package dev.orrery.indexer.parse.java;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * As much of a Java text as the code of one body can see: the other bodies are empty. A text of which the stretch in question lies in
 * no body stays whole.
 *
 * @param text in UTF-8
 * @param shift how many bytes fewer stand before the stretch than in the whole text
 */
@SuppressWarnings("ArrayRecordComponent")
public record JavaExcerpt(byte[] text, int shift) {
    /** What the code between two bytes can see. */
    public static JavaExcerpt around(byte[] utf8, int start, int end) {
        List<JavaSkeleton.Braces> bodies = JavaSkeleton.bodies(utf8);
        if (bodies.stream().noneMatch(body -> body.start() <= start && end <= body.end())) {
            return new JavaExcerpt(utf8, 0);
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(utf8.length);
        int from = 0;
        int shift = 0;
        for (JavaSkeleton.Braces body : bodies) {
            if (end < body.start() || body.end() < start) {
                kept.write(utf8, from, body.start() - from);
                shift += body.end() < start ? body.end() - body.start() : 0;
                from = body.end();
            }
        }
        kept.write(utf8, from, utf8.length - from);
        return new JavaExcerpt(kept.toByteArray(), shift);
    }
}
