package dev.orrery.app.export;

import dev.orrery.api.CodeGraph;
import java.util.Locale;
import java.util.function.Consumer;

/** GraphML: symbols that call or are called as nodes, call sites as edges; external callees are left out. */
public final class GraphMl implements GraphFormat {
    @Override
    public void write(CodeGraph graph, Consumer<String> out) {
        out.accept("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.accept("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n");
        for (String key : new String[] {"file", "name", "qualified", "kind"}) {
            out.accept("<key id=\"" + key + "\" for=\"node\" attr.name=\"" + key + "\" attr.type=\"string\"/>\n");
        }
        out.accept("<key id=\"line\" for=\"node\" attr.name=\"line\" attr.type=\"int\"/>\n");
        out.accept("<key id=\"site\" for=\"edge\" attr.name=\"line\" attr.type=\"int\"/>\n");
        out.accept("<key id=\"resolution\" for=\"edge\" attr.name=\"resolution\" attr.type=\"string\"/>\n");
        out.accept("<graph id=\"calls\" edgedefault=\"directed\">\n");
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.incomingCount(symbol) > 0 || graph.endCall(symbol) > graph.firstCall(symbol)) {
                node(graph, symbol, out);
            }
        }
        for (int call = 0; call < graph.callCount(); call++) {
            if (graph.callee(call) >= 0) {
                edge(graph, call, out);
            }
        }
        out.accept("</graph></graphml>\n");
    }

    private static void node(CodeGraph graph, int symbol, Consumer<String> out) {
        out.accept("<node id=\"s" + symbol + "\">");
        data(out, "file", graph.path(graph.file(symbol)));
        data(out, "name", graph.name(symbol));
        data(out, "qualified", graph.qualifiedName(symbol));
        data(out, "kind", graph.kind(symbol).name().toLowerCase(Locale.ROOT));
        data(out, "line", Integer.toString(graph.line(symbol)));
        out.accept("</node>\n");
    }

    private static void edge(CodeGraph graph, int call, Consumer<String> out) {
        out.accept("<edge source=\"s" + graph.caller(call) + "\" target=\"s" + graph.callee(call) + "\">");
        data(out, "site", Integer.toString(graph.callLine(call)));
        data(out, "resolution", graph.resolution(call).name().toLowerCase(Locale.ROOT));
        out.accept("</edge>\n");
    }

    private static void data(Consumer<String> out, String key, String value) {
        out.accept("<data key=\"" + key + "\">" + escape(value) + "</data>");
    }

    /** Characters that XML cannot hold at all become question marks. */
    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF;
    }
}
