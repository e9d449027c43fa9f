package dev.orrery.models.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.StoredContent;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How far the chunks of a file have come, kept beside it. What is noted as done was forced to disk before, so that after a kill or
 * a power cut at most the last few megabytes are fetched again. Safe from several threads.
 */
final class PartState {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRERPRT", 1);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LARGEST = 1_000_000;
    private static final int MOST_CHUNKS = 2000;
    private static final long SMALLEST_CHUNK = 8 << 20;

    private final AtomicFile file;
    private final String content;
    private final long size;
    private final long chunk;
    private final AtomicLongArray done;
    private volatile String etag;

    private PartState(AtomicFile file, String content, long size, long chunk, AtomicLongArray done, String etag) {
        this.file = file;
        this.content = content;
        this.size = size;
        this.chunk = chunk;
        this.done = done;
        this.etag = etag;
    }

    /**
     * The state of an earlier attempt at the same content, or a fresh one.
     *
     * @param content what the file is to hold: its checksum
     */
    static PartState open(Path part, String content, long size) throws IOException {
        AtomicFile file = new AtomicFile(part.resolveSibling(part.getFileName() + ".state"), FORMAT);
        if (Files.exists(part) && file.read(LARGEST) instanceof StoredContent.Intact(byte[] bytes)) {
            try {
                return read(file, bytes, content, size);
            } catch (JsonFault otherContent) {
                return fresh(file, content, size);
            }
        }
        return fresh(file, content, size);
    }

    private static PartState fresh(AtomicFile file, String content, long size) {
        long chunk = Math.max(SMALLEST_CHUNK, Math.ceilDiv(size, MOST_CHUNKS / 4));
        AtomicLongArray done = new AtomicLongArray((int) Math.ceilDiv(size, chunk));
        return new PartState(file, content, size, chunk, done, "");
    }

    private static PartState read(AtomicFile file, byte[] bytes, String content, long size) throws JsonFault {
        JsonFields fields = JsonFields.parse(bytes);
        if (!fields.text("content", 100).equals(content)) {
            throw fields.fault("content", "another");
        }
        fields.number("size", size, size);
        long chunk = fields.number("chunk", SMALLEST_CHUNK, Long.MAX_VALUE / 2);
        List<Long> counts = fields.list("done", MOST_CHUNKS, count -> count.number("bytes", 0, chunk));
        AtomicLongArray done = new AtomicLongArray(counts.size());
        PartState state = new PartState(
                file,
                content,
                size,
                chunk,
                done,
                fields.optionalText("etag", 1000).orElse(""));
        if (counts.size() != Math.ceilDiv(size, chunk)) {
            throw fields.fault("done", "not as many as there are chunks");
        }
        for (int i = 0; i < counts.size(); i++) {
            done.set(i, Math.min(counts.get(i), state.length(i)));
        }
        return state;
    }

    /** How many bytes a state says are here; 0 where it cannot be read. */
    static long noted(Path stateFile) throws IOException {
        if (!(new AtomicFile(stateFile, FORMAT).read(LARGEST) instanceof StoredContent.Intact(byte[] bytes))) {
            return 0;
        }
        try {
            return JsonFields.parse(bytes)
                    .list("done", MOST_CHUNKS, count -> count.number("bytes", 0, 1L << 50))
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        } catch (JsonFault unreadable) {
            return 0;
        }
    }

    int chunks() {
        return done.length();
    }

    long start(int index) {
        return index * chunk;
    }

    long length(int index) {
        return Math.min(chunk, size - start(index));
    }

    long done(int index) {
        return done.get(index);
    }

    boolean isDone(int index) {
        return done.get(index) == length(index);
    }

    void add(int index, long bytes) {
        done.addAndGet(index, bytes);
    }

    /** Bytes of all chunks that are here. */
    long doneBytes() {
        long sum = 0;
        for (int i = 0; i < done.length(); i++) {
            sum += done.get(i);
        }
        return sum;
    }

    /** The strong validator of the content that the chunks are of; empty for none. */
    String etag() {
        return etag;
    }

    void etag(String value) {
        etag = value;
    }

    /** Nothing of it is here. */
    synchronized void forget() {
        etag = "";
        for (int i = 0; i < done.length(); i++) {
            done.set(i, 0);
        }
    }

    /** Notes what is done, after forcing it to disk. */
    synchronized void save(FileChannel part) throws IOException {
        long[] counts = new long[done.length()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = done.get(i);
        }
        part.force(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("content", content);
            json.writeNumberField("size", size);
            json.writeNumberField("chunk", chunk);
            if (!etag.isEmpty()) {
                json.writeStringField("etag", etag);
            }
            json.writeArrayFieldStart("done");
            for (long count : counts) {
                json.writeStartObject();
                json.writeNumberField("bytes", count);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        file.write(out.toByteArray());
    }

    void delete() throws IOException {
        Files.deleteIfExists(file.path());
    }
}
