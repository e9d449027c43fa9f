package dev.orrery.app.feature.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Cancellation;
import dev.orrery.api.SymbolKind;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewTest {
    /** With a constructor that nobody wrote: it spans its type. */
    private final Overview overview = Overview.of(
            GraphView.of(Samples.builder()
                    .symbol(Samples.STORE, "OrderStore.OrderStore", SymbolKind.CONSTRUCTOR, "OrderStore", 3, 30)
                    .build(1)),
            Cancellation.NEVER);

    @Test
    void whatOtherFilesCallIsCentralAndTestsDoNotCount() {
        assertEquals(
                List.of("OrderStore"),
                overview.central().stream().map(SymbolCard.Related::label).toList(),
                "the service is called by its test alone");
        assertEquals(1, overview.central().getFirst().noteCount(), "two calls from one file are one file");
    }

    @Test
    void theLongestComeFirstWithoutTests() {
        assertEquals(
                List.of("OrderService.place", "OrderService.cancel", "OrderStore.save"),
                overview.longest().stream().map(SymbolCard.Related::label).toList());
        assertEquals(
                List.of(8, 7, 5),
                overview.longest().stream().map(SymbolCard.Related::noteCount).toList());
    }

    @Test
    void figuresAndLanguagesAreThoseOfTheGraph() {
        assertEquals(
                List.of(3, 90, 3, 1),
                overview.metrics().stream().map(SymbolCard.Metric::value).toList());
        assertEquals(List.of(new Overview.Share("java", 90, 100)), overview.languages());
        assertEquals(Overview.NONE, Overview.of(GraphView.EMPTY, Cancellation.NEVER));
    }
}
