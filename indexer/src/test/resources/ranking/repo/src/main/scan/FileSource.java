package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * A file's bytes, read with as few calls to the system as can be: most files take one. A read that gives less than was
 * asked for is a regular file's end. Each read fills what it is given, as long as the file goes on.
 */
final class FileSource implements ByteSource {
    private final ByteBuffer ahead;
    private @Nullable FileChannel channel;
    private boolean ended;

    /** @param capacity how much is read at a time */
    FileSource(int capacity) {
        this.ahead = ByteBuffer.allocate(capacity).limit(0);
    }

    /** Goes over to a file, to be read from its start. */
    void reset(FileChannel next) {
        channel = next;
        ended = false;
        ahead.position(0).limit(0);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!ahead.hasRemaining()) {
                if (ended) {
                    break;
                }
                fill();
            }
            int count = Math.min(length - done, ahead.remaining());
            ahead.get(target, offset + done, count);
            done += count;
        }
        return done;
    }

    private void fill() throws IOException {
        ahead.clear();
        int count = channel == null ? 0 : channel.read(ahead);
        ended = count < ahead.capacity();
        ahead.flip();
    }
}
