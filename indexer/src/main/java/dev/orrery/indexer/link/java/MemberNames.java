package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ScopeName.Fit;
import dev.orrery.api.ScopeName.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists what a type has, its supertypes' included. */
final class MemberNames {
    /** Which members are wanted. */
    enum Which {
        ALL,
        STATIC,
        /** Of a class whose name stands before the dot: its classes too. */
        OF_CLASS
    }

    private final JavaBody body;
    private final Access access;
    private final NameSink sink;

    MemberNames(JavaBody body, Access access, NameSink sink) {
        this.body = body;
        this.access = access;
        this.sink = sink;
    }

    /** @param distance that of the type itself */
    void of(Type type, Which which, int distance) {
        Type upper = body.subtypes.upper(type);
        if (upper instanceof Type.Array) {
            sink.variable("length", Kind.FIELD, Type.Primitive.INT, distance);
            for (JavaMethod method : body.subtypes.object().symbol().methods(body.reads)) {
                if (Modifiers.has(method.modifiers(), Modifiers.PUBLIC)
                        || method.name().equals("clone")) {
                    sink.method(new Candidate(method, body.subtypes.object()), body.reads, distance + 1);
                }
            }
            return;
        }
        of(upper, which, distance, new HashSet<>());
        if (upper instanceof Type.ClassType site && site.symbol().isInterface() && which == Which.ALL) {
            methods(body.subtypes.object(), which, distance + 1, true);
        }
    }

    private void of(Type type, Which which, int distance, Set<JavaClass> seen) {
        switch (type) {
            case Type.ClassType site -> {
                if (seen.add(site.symbol())) {
                    boolean inherited = seen.size() > 1;
                    fields(site, which, distance);
                    methods(site, which, distance, inherited);
                    if (which == Which.OF_CLASS) {
                        types(site.symbol(), distance);
                    }
                    for (Type supertype : body.subtypes.supertypes(site)) {
                        of(supertype, which, distance + 1, seen);
                    }
                }
            }
            case Type.Intersection(List<Type> parts) -> {
                for (Type part : parts) {
                    of(body.subtypes.upper(part), which, distance, seen);
                }
            }
            default -> {}
        }
    }

    private void fields(Type.ClassType site, Which which, int distance) {
        Bindings bindings = Bindings.of(site, body.reads);
        for (Map.Entry<String, ? extends JavaField> field :
                site.symbol().fields(body.reads).entrySet()) {
            int modifiers = field.getValue().modifiers();
            if ((which == Which.ALL || Modifiers.has(modifiers, Modifiers.STATIC))
                    && access.allows(site.symbol(), modifiers)) {
                sink.variable(
                        field.getKey(),
                        Kind.FIELD,
                        bindings.apply(field.getValue().type(body.reads)),
                        distance);
            }
        }
    }

    private void methods(Type.ClassType site, Which which, int distance, boolean inherited) {
        for (JavaMethod method : site.symbol().methods(body.reads)) {
            boolean statics = Modifiers.has(method.modifiers(), Modifiers.STATIC);
            boolean lost = inherited && statics && site.symbol().isInterface();
            if ((which == Which.ALL || statics)
                    && !lost
                    && !sink.isHidden(method.name())
                    && access.allows(site.symbol(), method.modifiers())) {
                sink.method(new Candidate(method, site), body.reads, distance);
            }
        }
    }

    private void types(JavaClass symbol, int distance) {
        for (JavaClass member : symbol.memberClasses(body.reads)) {
            if (access.allows(symbol, member.modifiers())) {
                sink.type(member.simpleName(), TypeText.name(member), distance, Fit.UNKNOWN);
            }
        }
    }

    /** The static members of that name. */
    void named(Type.ClassType type, String name, int distance) {
        Type field = body.members.field(type, name);
        if (field != null) {
            sink.variable(name, Kind.FIELD, field, distance);
        }
        for (Candidate candidate : body.members.methods(type, name, null)) {
            if (Modifiers.has(candidate.method().modifiers(), Modifiers.STATIC)) {
                sink.method(candidate, body.reads, distance);
            }
        }
    }

    /** The classes that a class declares or inherits. */
    void classesOf(JavaClass symbol, int distance, Wants wants) {
        classesOf(new Type.ClassType(symbol), distance, wants, new HashSet<>());
    }

    private void classesOf(Type.ClassType type, int distance, Wants wants, Set<JavaClass> seen) {
        if (!seen.add(type.symbol())) {
            return;
        }
        for (JavaClass member : type.symbol().memberClasses(body.reads)) {
            if (access.allows(type.symbol(), member.modifiers())) {
                Fit fit = wants.fit(new Type.ClassType(member), null);
                sink.type(member.simpleName(), TypeText.name(member), distance, fit);
            }
        }
        for (Type supertype : body.subtypes.supertypes(type)) {
            if (supertype instanceof Type.ClassType parent) {
                classesOf(parent, distance + 1, wants, seen);
            }
        }
    }
}
