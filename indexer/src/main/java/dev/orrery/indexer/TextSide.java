package dev.orrery.indexer;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.TextScanner;
import java.io.Closeable;
import java.io.IOException;
import java.util.function.Supplier;

interface TextSide extends Closeable {
    boolean put(String path, byte[] bytes) throws IOException;

    void remove(String path) throws IOException;

    void publish() throws IOException;

    void commit(String name) throws IOException;

    /** Name of the commit that was opened. */
    String committed();

    TextScanner scanner();

    SymbolFinder finder(Supplier<CodeGraph> graph);
}
