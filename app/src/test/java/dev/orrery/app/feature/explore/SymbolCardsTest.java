package dev.orrery.app.feature.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolCardsTest {
    private final CodeGraph graph = Samples.graph();

    private SymbolCard card(String name) {
        return SymbolCards.of(GraphView.of(graph), Samples.symbol(graph, name), Cancellation.NEVER);
    }

    private static List<String> names(List<SymbolCard.Related> related) {
        return related.stream()
                .map(other -> other.noteKey().isEmpty() ? other.label() : other.label() + " " + other.noteKey())
                .toList();
    }

    private static List<Integer> values(SymbolCard card) {
        return card.metrics().stream().map(SymbolCard.Metric::value).toList();
    }

    @Test
    void aCallerThatCallsTwiceIsOneCaller() {
        SymbolCard card = card("OrderStore.save");
        assertEquals(List.of("OrderService.place", "OrderService.cancel app.note.inferred"), names(card.callers()));
        assertEquals(List.of(2, 0, 5, 2, 1, 0), values(card));
    }

    @Test
    void whatLiesOutsideIsListedLastAndSaysSo() {
        assertEquals(
                List.of("OrderStore.save app.note.inferred", "gc app.note.external"),
                names(card("OrderService.cancel").callees()));
    }

    @Test
    void aTypeSpeaksForItsMembersAndTestsComeLast() {
        SymbolCard card = card("OrderService");
        assertEquals(List.of("OrderServiceTest.places app.note.test"), names(card.callers()));
        assertEquals(List.of("OrderStore.save", "gc app.note.external"), names(card.callees()));
    }

    @Test
    void impactIsListedNearestFirstWithItsWay() {
        SymbolCard card = card("OrderStore.save");
        assertEquals(
                List.of(
                        "OrderService.place app.note.reached 1",
                        "OrderService.cancel app.note.reached.perhaps 1",
                        "OrderServiceTest.places app.note.reached.test 2"),
                card.impact().stream()
                        .map(row -> row.label() + " " + row.noteKey() + " " + row.noteCount())
                        .toList());
        assertEquals(
                "OrderServiceTest.places\n\u2192 OrderService.place\n\u2192 OrderStore.save",
                card.impact().getLast().way());
    }
}
