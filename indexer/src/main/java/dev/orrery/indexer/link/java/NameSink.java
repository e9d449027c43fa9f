package dev.orrery.indexer.link.java;

import dev.orrery.api.Scope;
import dev.orrery.api.ScopeName;
import dev.orrery.api.ScopeName.Fit;
import dev.orrery.api.ScopeName.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects names, the nearest first: a further one of the same kind is hidden, but for methods with other parameters. */
final class NameSink {
    private static final int FAR = 100;

    private final Wants wants;
    private final List<ScopeName> names = new ArrayList<>();
    private final Set<String> values = new HashSet<>();
    private final Set<String> types = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private boolean full;

    NameSink(Wants wants) {
        this.wants = wants;
    }

    void variable(String name, Kind kind, Type type, int distance) {
        if (!name.isEmpty() && values.add(name)) {
            add(new ScopeName(name, kind, "", TypeText.of(type), distance, wants.fit(type, null), ""));
        }
    }

    void method(Candidate candidate, Reads reads, int distance) {
        JavaMethod method = candidate.method();
        Bindings bindings = Bindings.of(candidate.site(), reads);
        StringBuilder signature = new StringBuilder("(");
        for (int i = 0; i < method.parameterCount(); i++) {
            signature.append(i > 0 ? ", " : "").append(parameter(bindings.apply(method.parameterType(reads, i))));
        }
        String parameters = signature.append(')').toString();
        if (methods.add(method.name() + parameters)) {
            Type type = bindings.apply(method.returnType(reads));
            add(new ScopeName(
                    method.name(), Kind.METHOD, parameters, TypeText.of(type), distance, wants.fit(type, method), ""));
        }
    }

    private static String parameter(Type type) {
        String text = TypeText.of(type);
        return text.isEmpty() ? "?" : text;
    }

    /** A type that needs an import; further ones of its name are other types. */
    void farType(String name, String qualified) {
        if (!types.contains(name)) {
            add(new ScopeName(name, Kind.TYPE, "", name, FAR, Fit.UNKNOWN, qualified));
        }
    }

    /** @param fit whether a value of the type fits */
    void type(String name, String text, int distance, Fit fit) {
        if (!name.isEmpty() && types.add(name)) {
            add(new ScopeName(name, Kind.TYPE, "", text, distance, fit, ""));
        }
    }

    void packageName(String name) {
        if (types.add(name)) {
            add(new ScopeName(name, Kind.PACKAGE, "", "", 0, Fit.UNKNOWN, ""));
        }
    }

    private void add(ScopeName name) {
        if (names.size() < Scope.MOST) {
            names.add(name);
        } else {
            full = true;
        }
    }

    /** Whether methods of that name are hidden. */
    boolean isHidden(String method) {
        return hidden.contains(method);
    }

    /** From now on the methods that are there hide others of their names. */
    void hideMethods() {
        for (ScopeName name : names) {
            if (name.kind() == Kind.METHOD) {
                hidden.add(name.name());
            }
        }
    }

    boolean isFull() {
        return full;
    }

    List<ScopeName> names() {
        return names;
    }
}
