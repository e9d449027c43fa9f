package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.SymbolText;
import dev.orrery.app.session.Threads;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.link.impact.Cycles;
import dev.orrery.indexer.link.impact.DeadCode;
import dev.orrery.indexer.link.impact.HotSpot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What a question about the whole graph found. UI thread only. */
public final class FindingsViewModel {
    private static final int MOST = 500;

    private final Session session;
    private final Latest answers;
    private final ReadOnlyObjectWrapper<@Nullable Findings> findings = new ReadOnlyObjectWrapper<>();

    public FindingsViewModel(Session session, Threads threads) {
        this.session = session;
        this.answers = new Latest(threads);
    }

    /** What can be asked. */
    public enum Question {
        CYCLES("app.findings.cycles"),
        HOT_SPOTS("app.findings.hotspots"),
        DEAD_CODE("app.findings.dead");

        private final String titleKey;

        Question(String titleKey) {
            this.titleKey = titleKey;
        }
    }

    /**
     * One thing that was found.
     *
     * @param key the symbol it is about, or one of them
     * @param label its name
     * @param note a sentence about it; none where there is nothing to say
     */
    public record Finding(
            SymbolKey key, String label, @Nullable UserMessage note) {}

    /** The first findings of a question, and how many there are. */
    public record Findings(String titleKey, List<Finding> rows, int count) {
        public Findings {
            rows = List.copyOf(rows);
        }
    }

    /** The present answer; null while nothing is asked. */
    public ReadOnlyObjectProperty<@Nullable Findings> findingsProperty() {
        return findings.getReadOnlyProperty();
    }

    public void ask(Question question) {
        CodeGraph graph = session.graph();
        FileHistory history = session.history().historyProperty().get();
        boolean withChurn = question == Question.HOT_SPOTS && history.commitCount() > 0;
        answers.ask(
                cancellation -> {
                    List<Finding> all =
                            switch (question) {
                                case CYCLES -> cycles(graph);
                                case HOT_SPOTS -> hotSpots(graph, history);
                                case DEAD_CODE -> deadCode(graph);
                            };
                    return new Findings(
                            withChurn ? "app.findings.hotspots.churn" : question.titleKey,
                            all.subList(0, Math.min(MOST, all.size())),
                            all.size());
                },
                findings::set,
                session::tell);
    }

    public void leave() {
        answers.cancel();
        findings.set(null);
    }

    public void follow(Finding finding) {
        session.selectedProperty().set(finding.key());
    }

    private static List<Finding> hotSpots(CodeGraph graph, FileHistory history) {
        return HotSpot.hottest(graph, history::changes, MOST).stream()
                .map(spot -> finding(graph, spot.symbol(), note(spot)))
                .toList();
    }

    private static UserMessage note(HotSpot spot) {
        return spot.changes() == 0
                ? UserMessage.of("app.findings.hotspot", spot.fanIn(), spot.fanOut(), spot.lines())
                : UserMessage.of(
                        "app.findings.hotspot.churn", spot.fanIn(), spot.fanOut(), spot.lines(), spot.changes());
    }

    private static List<Finding> deadCode(CodeGraph graph) {
        return Arrays.stream(DeadCode.of(graph))
                .mapToObj(symbol -> finding(graph, symbol, null))
                .toList();
    }

    private static Finding finding(CodeGraph graph, int symbol, @Nullable UserMessage note) {
        String label = SymbolText.label(graph, symbol) + SymbolText.distinction(graph, symbol);
        return new Finding(graph.key(symbol), label, note);
    }

    /** Types first, because files and packages follow from them. */
    private static List<Finding> cycles(CodeGraph graph) {
        List<Finding> all = new ArrayList<>();
        for (List<String> cycle : Cycles.of(graph, Cycles.Level.TYPE)) {
            int member = member(graph, cycle.getFirst());
            if (member >= 0) {
                String names = String.join(
                        " \u21c4 ",
                        cycle.stream().limit(4).map(FindingsViewModel::simple).toList());
                all.add(new Finding(graph.key(member), names, UserMessage.of("app.findings.cycle", cycle.size())));
            }
        }
        return all;
    }

    private static String simple(String path) {
        return path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('/')) + 1);
    }

    /** The type of that name, or the first symbol of the file of that path. */
    private static int member(CodeGraph graph, String name) {
        int file = graph.findFile(name);
        if (file >= 0) {
            return graph.firstSymbol(file) < graph.endSymbol(file) ? graph.firstSymbol(file) : -1;
        }
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.parent(symbol) < 0
                    && name.endsWith(graph.name(symbol))
                    && graph.path(symbol, ".").equals(name)) {
                return symbol;
            }
        }
        return -1;
    }
}
