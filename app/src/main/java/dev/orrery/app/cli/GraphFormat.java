package dev.orrery.app.cli;

import dev.orrery.api.CodeGraph;

/** A form in which a call graph is printed. */
interface GraphFormat {
    void write(CodeGraph graph, Output out);
}
