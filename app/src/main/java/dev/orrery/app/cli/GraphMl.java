package dev.orrery.app.cli;

import dev.orrery.api.CodeGraph;
import java.util.Locale;

/** GraphML: symbols that call or are called as nodes, call sites as edges; external callees are left out. */
final class GraphMl implements GraphFormat {
    @Override
    public void write(CodeGraph graph, Output out) {
        out.line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        out.line("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">");
        for (String key : new String[] {"file", "name", "qualified", "kind"}) {
            out.line("<key id=\"" + key + "\" for=\"node\" attr.name=\"" + key + "\" attr.type=\"string\"/>");
        }
        out.line("<key id=\"line\" for=\"node\" attr.name=\"line\" attr.type=\"int\"/>");
        out.line("<key id=\"site\" for=\"edge\" attr.name=\"line\" attr.type=\"int\"/>");
        out.line("<key id=\"resolution\" for=\"edge\" attr.name=\"resolution\" attr.type=\"string\"/>");
        out.line("<graph id=\"calls\" edgedefault=\"directed\">");
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
        out.line("</graph></graphml>");
    }

    private static void node(CodeGraph graph, int symbol, Output out) {
        out.text("<node id=\"s" + symbol + "\">");
        data(out, "file", graph.path(graph.file(symbol)));
        data(out, "name", graph.name(symbol));
        data(out, "qualified", graph.qualifiedName(symbol));
        data(out, "kind", graph.kind(symbol).name().toLowerCase(Locale.ROOT));
        data(out, "line", Integer.toString(graph.line(symbol)));
        out.line("</node>");
    }

    private static void edge(CodeGraph graph, int call, Output out) {
        out.text("<edge source=\"s" + graph.caller(call) + "\" target=\"s" + graph.callee(call) + "\">");
        data(out, "site", Integer.toString(graph.callLine(call)));
        data(out, "resolution", graph.resolution(call).name().toLowerCase(Locale.ROOT));
        out.line("</edge>");
    }

    private static void data(Output out, String key, String value) {
        out.text("<data key=\"" + key + "\">" + escape(value) + "</data>");
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
