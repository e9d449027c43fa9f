package dev.orrery.indexer.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers and texts sorted into streams of their like, which is what makes them small. The same walk over facts writes them
 * and reads them back: each method is given the value to write, and returns the value that was read or written.
 */
abstract sealed class FactsStreams {
    abstract boolean isReading();

    /** A number that is mostly small, whatever its sign. */
    abstract int signed(int stream, int value) throws FactsFormatException;

    /** A number that is mostly small and seldom negative. */
    abstract int unsigned(int stream, int value) throws FactsFormatException;

    /** A count of things that each take at least a byte in another stream. */
    abstract int count(int stream, int value, int things) throws FactsFormatException;

    abstract String text(int stream, String value) throws FactsFormatException;

    static FactsStreams of(byte[] bytes) throws FactsFormatException {
        return new Reading(bytes);
    }

    /** Streams that are written. */
    static final class Writing extends FactsStreams {
        private final List<PackedWriter> streams = new ArrayList<>();

        private PackedWriter stream(int number) {
            while (streams.size() <= number) {
                streams.add(new PackedWriter());
            }
            return streams.get(number);
        }

        @Override
        boolean isReading() {
            return false;
        }

        @Override
        int signed(int stream, int value) {
            stream(stream).number(value);
            return value;
        }

        @Override
        int unsigned(int stream, int value) {
            stream(stream).unsigned(value);
            return value;
        }

        @Override
        int count(int stream, int value, int things) {
            return unsigned(stream, value);
        }

        @Override
        String text(int stream, String value) {
            stream(stream).text(value);
            return value;
        }

        /** All streams, each behind its length. */
        byte[] toBytes() {
            PackedWriter all = new PackedWriter();
            all.unsigned(streams.size());
            for (PackedWriter stream : streams) {
                all.bytes(stream.toBytes());
            }
            return all.toBytes();
        }
    }

    /** Streams that are read; a stream that is not there is empty. */
    private static final class Reading extends FactsStreams {
        private final PackedReader[] streams;

        Reading(byte[] bytes) throws FactsFormatException {
            PackedReader all = new PackedReader(bytes);
            streams = new PackedReader[all.unsignedCount(all.remaining())];
            for (int i = 0; i < streams.length; i++) {
                streams[i] = all.part();
            }
            if (all.remaining() != 0) {
                throw new FactsFormatException("trailing bytes");
            }
        }

        private PackedReader stream(int number) throws FactsFormatException {
            if (number >= streams.length) {
                throw new FactsFormatException("stream");
            }
            return streams[number];
        }

        @Override
        boolean isReading() {
            return true;
        }

        @Override
        int signed(int stream, int value) throws FactsFormatException {
            return stream(stream).number();
        }

        @Override
        int unsigned(int stream, int value) throws FactsFormatException {
            return stream(stream).unsigned();
        }

        @Override
        int count(int stream, int value, int things) throws FactsFormatException {
            PackedReader from = stream(stream);
            int count = from.unsigned();
            if (count != 0 && (count < 0 || count > stream(things).remaining())) {
                throw new FactsFormatException("count");
            }
            return count;
        }

        @Override
        String text(int stream, String value) throws FactsFormatException {
            return stream(stream).text();
        }
    }
}
