package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.link.unit.LinksBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds methods by name and number of arguments alone, where the type that they are called on is not known. */
final class RepositoryGuesses implements Guesses {
    private static final List<String> COMMON = List.of(
            "java/lang/Object",
            "java/lang/String",
            "java/lang/StringBuilder",
            "java/lang/Iterable",
            "java/lang/Comparable",
            "java/lang/Thread",
            "java/lang/Class",
            "java/lang/Enum",
            "java/lang/CharSequence",
            "java/lang/Throwable",
            "java/util/List",
            "java/util/Map",
            "java/util/Map$Entry",
            "java/util/Set",
            "java/util/Iterator",
            "java/util/Optional",
            "java/util/ArrayList",
            "java/util/HashMap",
            "java/util/Deque",
            "java/util/Scanner",
            "java/util/Properties",
            "java/util/stream/Stream",
            "java/util/function/Function",
            "java/util/function/Predicate",
            "java/util/function/Supplier",
            "java/util/function/Consumer",
            "java/util/concurrent/CompletableFuture",
            "java/util/concurrent/Future",
            "java/io/InputStream",
            "java/io/File",
            "java/nio/file/Path",
            "java/lang/reflect/Method");

    /** The names of the methods of everyday classes of the JDK. */
    private static final class Everyday {
        static final Set<String> NAMES = names(JdkTypes.ofRunning());

        private static Set<String> names(LibraryTypes library) {
            Set<String> names = new HashSet<>();
            Reads reads = new Reads();
            for (String name : COMMON) {
                library.reference(name).methods(reads).forEach(method -> names.add(method.name()));
            }
            return Set.copyOf(names);
        }
    }

    private final JavaModel model;
    private final LinksBuilder links;

    RepositoryGuesses(JavaModel model, LinksBuilder links) {
        this.model = model;
        this.links = links;
    }

    /** Inferred where the repository has one such method and everyday classes of the JDK have none. */
    @Override
    public Selection guess(JavaBody body, int call, String name) {
        links.asks(body.unit.source().name(body.facts.calls().name(call)));
        if (Everyday.NAMES.contains(name)) {
            return Selection.unknown(name);
        }
        int arguments = body.facts.lists().size(body.facts.calls().arguments(call));
        List<Candidate> fitting = new ArrayList<>();
        for (SourceMethod method : model.methodsNamed(name)) {
            if (method.parameterCount() == arguments && mayBeMeant(body, call, method)) {
                fitting.add(new Candidate(method, new Type.ClassType(method.owner())));
            }
        }
        return fitting.size() == 1
                ? new Selection(fitting, Resolution.INFERRED, Candidate.Arity.FIXED, Type.UNKNOWN, name)
                : Selection.unknown(name);
    }

    /**
     * Whether a value could have that method: it is no static one, code here may call it, and its class does not inherit from
     * outside, where the method would then be declared that is meant.
     */
    private static boolean mayBeMeant(JavaBody body, int call, SourceMethod method) {
        return !Modifiers.has(method.modifiers(), Modifiers.STATIC)
                && MemberLookup.isAccessible(
                        method, body.enclosingClass(body.facts.calls().owner(call)))
                && !body.subtypes.isOpen(new Type.ClassType(method.owner()));
    }
}
