package dev.orrery.indexer.store;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells sorted into streams of their like. The same walk over columns writes them and reads them back: each method is given
 * the value to write, and returns the value that was read or written.
 */
abstract sealed class CellCoder {
    abstract boolean isReading();

    /** How many rows a column has. */
    abstract int count(int stream, int given) throws DamagedException;

    /** A cell that is mostly near what is expected. */
    abstract int near(int stream, int given, int expected) throws DamagedException;

    abstract long number(int stream, long given) throws DamagedException;

    abstract String text(int stream, String given) throws DamagedException;

    /** Writes streams. */
    static final class Writing extends CellCoder {
        private final List<ColumnWriter> streams = new ArrayList<>();

        private ColumnWriter stream(int number) {
            while (streams.size() <= number) {
                streams.add(new ColumnWriter());
            }
            return streams.get(number);
        }

        @Override
        boolean isReading() {
            return false;
        }

        @Override
        int count(int stream, int given) {
            stream(stream).number(given);
            return given;
        }

        @Override
        int near(int stream, int given, int expected) {
            stream(stream).number(given - expected);
            return given;
        }

        @Override
        long number(int stream, long given) {
            stream(stream).number(given);
            return given;
        }

        @Override
        String text(int stream, String given) {
            stream(stream).text(given);
            return given;
        }

        /** All streams, each behind its length, deflated. */
        byte[] toDeflated() {
            ColumnWriter all = new ColumnWriter();
            all.number(streams.size());
            streams.forEach(stream -> all.column(stream.toBytes()));
            return all.toDeflated();
        }
    }

    /** Reads streams; one that is not there is empty. */
    static final class Reading extends CellCoder {
        private final ColumnReader[] streams;

        Reading(byte[] deflated) throws DamagedException {
            ColumnReader all = ColumnReader.inflated(deflated);
            streams = new ColumnReader[all.count()];
            for (int i = 0; i < streams.length; i++) {
                streams[i] = new ColumnReader(all.bytes());
            }
            if (all.remaining() != 0) {
                throw new DamagedException("trailing bytes");
            }
        }

        private ColumnReader stream(int number) throws DamagedException {
            if (number >= streams.length) {
                throw new DamagedException("stream");
            }
            return streams[number];
        }

        @Override
        boolean isReading() {
            return true;
        }

        @Override
        int count(int stream, int given) throws DamagedException {
            return stream(stream).count();
        }

        @Override
        int near(int stream, int given, int expected) throws DamagedException {
            return expected + (int) stream(stream).number();
        }

        @Override
        long number(int stream, long given) throws DamagedException {
            return stream(stream).number();
        }

        @Override
        String text(int stream, String given) throws DamagedException {
            return stream(stream).text();
        }
    }
}
