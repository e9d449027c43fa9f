package dev.orrery.indexer;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

final class TextSides implements TextSide {
    private TextSides() {}

    static TextSide open(Path folder, Consumer<UserMessage> trouble) {
        return new TextSides();
    }

    static TextSide openPublished(Path folder) {
        return new TextSides();
    }

    @Override
    public boolean put(String path, byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void remove(String path) {}

    @Override
    public void publish() {}

    @Override
    public void commit(String name) {}

    @Override
    public String committed() {
        return "";
    }

    @Override
    public TextScanner scanner() {
        return (query, sink, cancellation) -> {
            throw new OrreryException(UserMessage.of("indexer.text.notyet"));
        };
    }

    @Override
    public SymbolFinder finder(Supplier<CodeGraph> graph) {
        return (query, limit, cancellation) -> List.of();
    }

    @Override
    public void close() {}
}
