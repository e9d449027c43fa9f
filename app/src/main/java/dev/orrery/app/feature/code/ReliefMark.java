package dev.orrery.app.feature.code;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file that has to do with what the user is after.
 *
 * @param line 0-based
 */
record ReliefMark(int line, Kind kind) {
    /** Why a line is marked; the later kind wins where two meet. */
    enum Kind {
        /** A declaration that is lit on the map: a search hit, or who is reached by a change. */
        LIT,
        /** The selected symbol calls here. */
        CALLS,
        /** The selected symbol is called here. */
        CALLED
    }

    /** Computes the marks of one file for what is selected and lit now. UI thread. */
    static void ask(
            Session session,
            String path,
            Latest place,
            Consumer<List<ReliefMark>> answer,
            Consumer<UserMessage> failure) {
        CodeGraph graph = session.graph();
        SymbolKey selected = session.selectedProperty().get();
        List<SymbolKey> lit = session.litProperty().get();
        place.ask(cancellation -> of(graph, path, selected, lit), answer, failure);
    }

    /** The marks of one file, in the order of its symbols. Any thread. */
    static List<ReliefMark> of(CodeGraph graph, String path, @Nullable SymbolKey selected, List<SymbolKey> lit) {
        int file = graph.findFile(path);
        if (file < 0 || (selected == null && lit.isEmpty())) {
            return List.of();
        }
        int chosen = selected == null ? -1 : graph.find(selected);
        Set<SymbolKey> shining = new HashSet<>(lit);
        List<ReliefMark> marks = new ArrayList<>();
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            if (!shining.isEmpty() && shining.contains(graph.key(symbol))) {
                marks.add(new ReliefMark(graph.line(symbol) - 1, Kind.LIT));
            }
            for (int call = graph.firstCall(symbol); call < graph.endCall(symbol); call++) {
                if (chosen >= 0 && graph.callee(call) == chosen) {
                    marks.add(new ReliefMark(graph.callLine(call) - 1, Kind.CALLED));
                } else if (symbol == chosen && graph.callee(call) >= 0) {
                    marks.add(new ReliefMark(graph.callLine(call) - 1, Kind.CALLS));
                }
            }
        }
        return marks;
    }
}
