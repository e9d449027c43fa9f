package dev.orrery.indexer.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;

/** Looks at the end of a zip file whether its directory, which is read into memory as a whole, is of a bearable size. */
final class ZipDirectory {
    private static final int SIGNATURE = 0x06054b50;
    private static final int LENGTH = 22;
    private static final int SIZE_AT = 12;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long MOST_BYTES = 32L << 20;

    private ZipDirectory() {}

    /** @throws IOException where it is no zip file, or its directory is far larger than that of any library */
    static void check(Path zip) throws IOException {
        try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            int length = (int) Math.min(channel.size(), LENGTH + LONGEST_COMMENT);
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            long from = channel.size() - length;
            while (end.hasRemaining() && channel.read(end, from + end.position()) >= 0) {}
            boolean isZip = false;
            // All that look like the end are looked at: which of them the JDK takes for it depends on more.
            for (int at = end.position() - LENGTH; at >= 0; at--) {
                if (end.getInt(at) == SIGNATURE) {
                    isZip = true;
                    long size = Integer.toUnsignedLong(end.getInt(at + SIZE_AT));
                    if (size > MOST_BYTES) {
                        throw new ZipException("its directory has " + size + " bytes");
                    }
                }
            }
            if (!isZip) {
                throw new ZipException("it is no zip file");
            }
        }
    }
}
