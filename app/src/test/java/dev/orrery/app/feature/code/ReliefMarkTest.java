package dev.orrery.app.feature.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import dev.orrery.app.session.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliefMarkTest {
    private final CodeGraph graph = Samples.graph();

    @Test
    void callsOfTheSelectedSymbolAreMarkedWhereTheyStand() {
        assertEquals(
                List.of(
                        new ReliefMark(6, ReliefMark.Kind.CALLED),
                        new ReliefMark(7, ReliefMark.Kind.CALLED),
                        new ReliefMark(14, ReliefMark.Kind.CALLED)),
                ReliefMark.of(graph, Samples.SERVICE, Samples.key(graph, "OrderStore.save"), List.of()));
    }

    @Test
    void whatItCallsItselfIsMarkedWithoutCallsIntoLibraries() {
        assertEquals(
                List.of(new ReliefMark(14, ReliefMark.Kind.CALLS)),
                ReliefMark.of(graph, Samples.SERVICE, Samples.key(graph, "OrderService.cancel"), List.of()));
    }

    @Test
    void whatIsLitOnTheMapIsMarkedAndOtherFilesAreNot() {
        assertEquals(
                List.of(new ReliefMark(
                        graph.line(Samples.symbol(graph, "OrderService.place")) - 1, ReliefMark.Kind.LIT)),
                ReliefMark.of(
                        graph,
                        Samples.SERVICE,
                        null,
                        List.of(Samples.key(graph, "OrderService.place"), Samples.key(graph, "OrderStore.save"))));
        assertEquals(List.of(), ReliefMark.of(graph, "no/such/File.java", null, List.of()));
    }
}
