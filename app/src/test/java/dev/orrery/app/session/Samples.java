package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;

/** A small shop: an order service, its repository, and a test. */
public final class Samples {
    public static final String SERVICE = "core/src/shop/order/OrderService.java";
    public static final String STORE = "core/src/shop/store/OrderStore.java";
    public static final String TEST = "core/test/shop/order/OrderServiceTest.java";

    private Samples() {}

    public static GraphBuilder builder() {
        return new GraphBuilder()
                .file(SERVICE, "shop.order", 40)
                .symbol(SERVICE, "OrderService", SymbolKind.CLASS, "", 3, 40)
                .symbol(SERVICE, "OrderService.place", SymbolKind.METHOD, "OrderService", 5, 12)
                .symbol(SERVICE, "OrderService.cancel", SymbolKind.METHOD, "OrderService", 14, 20)
                .file(STORE, "shop.store", 30)
                .symbol(STORE, "OrderStore", SymbolKind.CLASS, "", 3, 30)
                .symbol(STORE, "OrderStore.save", SymbolKind.METHOD, "OrderStore", 5, 9)
                .file(TEST, "shop.order", 20)
                .test(TEST)
                .symbol(TEST, "OrderServiceTest", SymbolKind.CLASS, "", 3, 20)
                .symbol(TEST, "OrderServiceTest.places", SymbolKind.METHOD, "OrderServiceTest", 6, 9)
                .call("OrderService.place", "OrderStore.save", 7, Resolution.EXACT)
                .call("OrderService.place", "OrderStore.save", 8, Resolution.EXACT)
                .call("OrderService.cancel", "OrderStore.save", 15, Resolution.INFERRED)
                .call("OrderService.cancel", "java.lang.System.gc", 16, Resolution.EXTERNAL)
                .call("OrderServiceTest.places", "OrderService.place", 7, Resolution.EXACT);
    }

    public static CodeGraph graph() {
        return builder().build(1);
    }

    public static int symbol(CodeGraph graph, String path) {
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            if (graph.path(symbol, ".").endsWith(path)) {
                return symbol;
            }
        }
        throw new AssertionError("no " + path);
    }

    public static SymbolKey key(CodeGraph graph, String path) {
        return graph.key(symbol(graph, path));
    }
}
