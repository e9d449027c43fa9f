package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailTest {
    private final CodeGraph graph = Samples.graph();
    private final SymbolKey place = Samples.key(graph, "OrderService.place");
    private final SymbolKey save = Samples.key(graph, "OrderStore.save");
    private final SymbolKey cancel = Samples.key(graph, "OrderService.cancel");
    private final Trail trail = new Trail();

    @Test
    void backAndForthLeadThroughWhatWasVisited() {
        trail.visit(place);
        trail.visit(save);
        trail.visit(cancel);
        assertEquals(save, trail.back());
        assertEquals(place, trail.back());
        assertNull(trail.back());
        assertEquals(save, trail.forward());
        assertTrue(trail.canGoForwardProperty().get());
    }

    @Test
    void goingSomewhereElseForgetsWhatLayAhead() {
        trail.visit(place);
        trail.visit(save);
        trail.back();
        trail.visit(cancel);
        assertFalse(trail.canGoForwardProperty().get());
        assertEquals(List.of(place), trail.behind(5));
    }

    @Test
    void comingBackThroughTheSelectionAddsNothing() {
        trail.visit(place);
        trail.visit(save);
        SymbolKey back = trail.back();
        trail.visit(back);
        assertTrue(trail.canGoForwardProperty().get());
    }
}
