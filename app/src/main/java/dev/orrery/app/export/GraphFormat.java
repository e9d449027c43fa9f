package dev.orrery.app.export;

import dev.orrery.api.CodeGraph;
import java.util.function.Consumer;

/** A form in which other programs read a call graph. */
public interface GraphFormat {
    /** Writes a graph as text, piece by piece. */
    void write(CodeGraph graph, Consumer<String> text);
}
