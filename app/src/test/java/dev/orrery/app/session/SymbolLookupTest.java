package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymbolLookupTest {
    private final CodeGraph graph = Samples.graph();

    private Optional<String> find(String name) {
        return SymbolLookup.find(graph, name).map(SymbolKey::qualifiedName);
    }

    @Test
    void takesQualifiedPartlyQualifiedAndSimpleNames() {
        assertEquals(Optional.of("shop.store.OrderStore.save"), find("shop.store.OrderStore.save"));
        assertEquals(Optional.of("shop.store.OrderStore.save"), find("OrderStore.save"));
        assertEquals(Optional.of("shop.store.OrderStore.save"), find("OrderStore#save"));
        assertEquals(Optional.of("shop.store.OrderStore.save"), find("save"));
        assertEquals(Optional.of("shop.store.OrderStore.save"), find("OrderStore.save()"));
    }

    @Test
    void doesNotTakeTheMiddleOfAName() {
        assertEquals(Optional.empty(), find("Store.save"));
        assertEquals(Optional.empty(), find("sav"));
        assertEquals(Optional.empty(), find("OrderStore.save(int)"));
    }
}
