package dev.orrery.indexer.link.java;

import dev.orrery.api.Resolution;
import dev.orrery.indexer.link.unit.LinksBuilder;
import java.util.ArrayList;
import java.util.List;

/** Finds methods by name and number of arguments alone, where the type that they are called on is not known. */
final class Guesses {
    private static final List<String> COMMON = List.of(
            "Object", "String", "StringBuilder", "Iterable", "Comparable", "Thread", "Class", "Enum", "CharSequence");
    private static final List<String> COMMON_UTIL = List.of(
            "List",
            "Map",
            "Set",
            "Iterator",
            "Optional",
            "ArrayList",
            "HashMap",
            "Deque",
            "Arrays",
            "Collections",
            "Objects",
            "Scanner",
            "Properties");

    private final JavaModel model;
    private final LinksBuilder links;

    Guesses(JavaModel model, LinksBuilder links) {
        this.model = model;
        this.links = links;
    }

    /** Inferred where the repository has one such method and everyday classes of the JDK have none. */
    Selection guess(JavaBody body, int call, String name) {
        links.asks(body.unit.source().name(body.facts.calls().name(call)));
        if (isCommon(body.reads, name)) {
            return Selection.unknown(name);
        }
        int arguments = body.facts.lists().size(body.facts.calls().arguments(call));
        List<Candidate> fitting = new ArrayList<>();
        for (SourceMethod method : model.methodsNamed(name)) {
            if (method.parameterCount() == arguments) {
                fitting.add(new Candidate(method, new Type.ClassType(method.owner())));
            }
        }
        return fitting.size() == 1
                ? new Selection(fitting, Resolution.INFERRED, Candidate.Arity.FIXED, Type.UNKNOWN, name)
                : Selection.unknown(name);
    }

    private boolean isCommon(Reads reads, String name) {
        for (String simple : COMMON) {
            if (!model.library()
                    .type("java.lang", simple)
                    .symbol()
                    .methods(reads, name)
                    .isEmpty()) {
                return true;
            }
        }
        for (String simple : COMMON_UTIL) {
            if (!model.library()
                    .type("java.util", simple)
                    .symbol()
                    .methods(reads, name)
                    .isEmpty()) {
                return true;
            }
        }
        return !model.library()
                .type("java.util.stream", "Stream")
                .symbol()
                .methods(reads, name)
                .isEmpty();
    }
}
