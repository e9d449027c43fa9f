package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the one abstract method of functional interfaces (chapter 9.8 of the specification). */
final class FunctionalTypes {
    private final Subtypes subtypes;
    private final MemberLookup members;
    private final Map<JavaClass, Optional<JavaMethod>> known = new HashMap<>();

    FunctionalTypes(Subtypes subtypes, MemberLookup members) {
        this.subtypes = subtypes;
        this.members = members;
    }

    /** The method that a lambda for {@code type} implements, or null where the type is no functional interface. */
    @Nullable
    Candidate function(Type type) {
        Type upper = subtypes.upper(type);
        if (upper instanceof Type.Intersection(List<Type> parts)) {
            for (Type part : parts) {
                Candidate found = function(part);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (!(upper instanceof Type.ClassType named) || !named.symbol().isInterface()) {
            return null;
        }
        Optional<JavaMethod> method = known.get(named.symbol());
        if (method == null) {
            method = Optional.ofNullable(find(named));
            known.put(named.symbol(), method);
        }
        if (method.isEmpty()) {
            return null;
        }
        Type.ClassType site = subtypes.as(named, method.get().owner());
        return site == null ? null : new Candidate(method.get(), site);
    }

    private @Nullable JavaMethod find(Type.ClassType type) {
        List<Candidate> all = new ArrayList<>();
        collect(type, all, new HashSet<>());
        JavaMethod only = null;
        for (Candidate candidate : all) {
            if (Modifiers.has(candidate.method().modifiers(), Modifiers.ABSTRACT)) {
                if (only != null) {
                    return null;
                }
                only = candidate.method();
            }
        }
        return only;
    }

    /** All methods, nearest declaration only; those of {@code Object} do not count. */
    private void collect(Type type, List<Candidate> all, Set<JavaClass> seen) {
        if (!(type instanceof Type.ClassType site) || !site.symbol().isInterface() || !seen.add(site.symbol())) {
            return;
        }
        for (JavaMethod method : site.symbol().methods(subtypes.reads())) {
            Candidate candidate = new Candidate(method, site);
            boolean hidden = isOfObject(method);
            for (Candidate other : all) {
                hidden |= other.method().name().equals(method.name()) && members.sameParameters(candidate, other);
            }
            if (!hidden) {
                all.add(candidate);
            }
        }
        for (Type supertype : subtypes.supertypes(site)) {
            collect(supertype, all, seen);
        }
    }

    private boolean isOfObject(JavaMethod method) {
        for (JavaMethod other : subtypes.object().symbol().methods(subtypes.reads(), method.name())) {
            if (other.parameterCount() == method.parameterCount()
                    && Modifiers.has(other.modifiers(), Modifiers.PUBLIC)) {
                return true;
            }
        }
        return false;
    }
}
