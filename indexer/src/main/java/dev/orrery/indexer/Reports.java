package dev.orrery.indexer;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.library.Libraries;
import dev.orrery.indexer.share.Message;
import dev.orrery.indexer.share.ProtocolException;
import java.util.ArrayList;
import java.util.List;

/** Counts what is in a graph. */
final class Reports {
    private static final int MOST_NAMES = 100;

    private Reports() {}

    static IndexReport of(CodeGraph graph, int files, int parsed, Libraries libraries, double seconds, long bytes) {
        int[] calls = new int[Resolution.values().length];
        for (byte resolution : graph.columns().callResolution()) {
            calls[resolution & ~GraphColumns.NOT_VIRTUAL]++;
        }
        long lines = 0;
        for (int of : graph.columns().fileLines()) {
            lines += of;
        }
        return new IndexReport(
                files,
                lines,
                graph.symbolCount(),
                graph.callCount(),
                calls[Resolution.EXACT.ordinal()],
                calls[Resolution.INFERRED.ordinal()],
                calls[Resolution.AMBIGUOUS.ordinal()],
                calls[Resolution.EXTERNAL.ordinal()],
                parsed,
                libraries.jars().size(),
                libraries.missing().stream().limit(MOST_NAMES).toList(),
                seconds,
                bytes);
    }

    static Message encode(IndexReport report) {
        List<Object> all = new ArrayList<>(List.of(
                report.files(),
                report.lines(),
                report.symbols(),
                report.calls(),
                report.exact(),
                report.inferred(),
                report.ambiguous(),
                report.external(),
                report.parsed(),
                Math.round(report.secondsGraph() * 1e9),
                report.bytesOnDisk(),
                report.libraries()));
        all.addAll(report.librariesMissing());
        return Message.of("report", all.toArray());
    }

    static IndexReport decode(Message message) throws ProtocolException {
        return new IndexReport(
                (int) message.number(0),
                message.number(1),
                (int) message.number(2),
                (int) message.number(3),
                (int) message.number(4),
                (int) message.number(5),
                (int) message.number(6),
                (int) message.number(7),
                (int) message.number(8),
                (int) message.number(11),
                message.arguments().subList(12, message.arguments().size()),
                message.number(9) / 1e9,
                message.number(10));
    }
}
