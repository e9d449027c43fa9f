package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds members in a class and what it inherits; a superclass is looked at before interfaces. */
final class MemberLookup {
    /** Beyond so many inherited overloads it is not asked any more which of them are overridden. */
    private static final int MOST_COMPARED = 500;
    /** Further overloads of one name are passed over: each call compares all of them. */
    private static final int MOST_OVERLOADS = 2_000;
    /** As many as the calls of one file may compare together; once they have, each compares {@link #FEW_OVERLOADS} at most. */
    private static final int MOST_OF_A_FILE = 1_000_000;

    private static final int FEW_OVERLOADS = 16;

    private final Subtypes subtypes;
    private final Reads reads;
    private int looked;

    MemberLookup(Subtypes subtypes) {
        this.subtypes = subtypes;
        this.reads = subtypes.reads();
    }

    /** The methods of that name that a value of {@code type} has and that code in {@code user} may call. */
    List<Candidate> methods(Type type, String name, @Nullable JavaClass user) {
        List<Candidate> found = new ArrayList<>();
        Set<JavaClass> seen = new HashSet<>();
        collect(subtypes.upper(type), name, user, found, seen);
        if (found.isEmpty()) {
            collect(subtypes.object(), name, user, found, seen);
        }
        looked += found.size();
        return found;
    }

    private void collect(Type type, String name, @Nullable JavaClass user, List<Candidate> found, Set<JavaClass> seen) {
        switch (type) {
            case Type.ClassType site -> {
                if (!seen.add(site.symbol())) {
                    return;
                }
                boolean inherited = seen.size() > 1;
                int nearer = Math.min(found.size(), MOST_COMPARED);
                for (JavaMethod method : site.symbol().methods(reads, name)) {
                    if (found.size() >= (looked < MOST_OF_A_FILE ? MOST_OVERLOADS : FEW_OVERLOADS)) {
                        return;
                    }
                    if (inherited && isNeverInherited(method)) {
                        continue;
                    }
                    Candidate candidate = new Candidate(method, site);
                    if (isAccessible(method, user) && isInherited(method, user)) {
                        add(candidate, found, nearer);
                    }
                }
                if (!inherited && site.symbol().isInterface()) {
                    addFromObject(name, found);
                }
                for (Type supertype : subtypes.supertypes(site)) {
                    collect(supertype, name, user, found, seen);
                }
            }
            case Type.Intersection(List<Type> parts) -> {
                for (Type part : parts) {
                    collect(subtypes.upper(part), name, user, found, seen);
                }
            }
            default -> {}
        }
    }

    /** What all objects have goes before what an interface inherits, as compilers see it, but not before what it declares. */
    private void addFromObject(String name, List<Candidate> found) {
        Type.ClassType object = subtypes.object();
        int nearer = found.size();
        for (JavaMethod method : object.symbol().methods(reads, name)) {
            if (Modifiers.has(method.modifiers(), Modifiers.PUBLIC)) {
                add(new Candidate(method, object), found, nearer);
            }
        }
    }

    /** Protected methods are for their package and for code in subclasses, which may inherit from what is not known. */
    private boolean isInherited(JavaMethod method, @Nullable JavaClass user) {
        if (user == null
                || !Modifiers.has(method.modifiers(), Modifiers.PROTECTED)
                || method.owner().packageName().equals(user.packageName())) {
            return true;
        }
        for (JavaClass at = user; at != null; at = at.outer()) {
            Type.ClassType self = new Type.ClassType(at);
            if (subtypes.as(self, method.owner()) != null || subtypes.isOpen(self)) {
                return true;
            }
        }
        return false;
    }

    /** Static methods of interfaces belong to these alone (chapter 8.4.8 of the specification). */
    private static boolean isNeverInherited(JavaMethod method) {
        return Modifiers.has(method.modifiers(), Modifiers.STATIC)
                && method.owner().isInterface();
    }

    /** Adds a method unless one of the first {@code nearer} overrides it; takes the place of one that it overrides itself. */
    private void add(Candidate candidate, List<Candidate> found, int nearer) {
        for (int i = 0; i < nearer; i++) {
            Candidate other = found.get(i);
            if (sameParameters(candidate, other)) {
                if (other.method().owner().isInterface() && isBetter(candidate, other)) {
                    found.set(i, candidate);
                }
                return;
            }
        }
        found.add(candidate);
    }

    /** Whether a method overrides another, or says the same as one of the JDK where the repository's own is what readers want. */
    private boolean isBetter(Candidate candidate, Candidate other) {
        boolean own = candidate.method().handle() >= 0 && other.method().handle() < 0;
        return own && candidate.method().owner().isInterface()
                || subtypes.as(candidate.site(), other.method().owner()) != null;
    }

    /** Whether two methods take the same erased parameters, each with its site's type arguments. */
    boolean sameParameters(Candidate a, Candidate b) {
        int count = a.method().parameterCount();
        if (count != b.method().parameterCount()) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            Type left = subtypes.erasure(a.parameter(reads, i));
            Type right = subtypes.erasure(b.parameter(reads, i));
            if (!left.equals(right)
                    && !left.equals(subtypes.erasure(b.method().parameterType(reads, i)))
                    && !right.equals(subtypes.erasure(a.method().parameterType(reads, i)))) {
                return false;
            }
        }
        return true;
    }

    static boolean isAccessible(JavaMethod method, @Nullable JavaClass user) {
        int modifiers = method.modifiers();
        if (user == null || (modifiers & (Modifiers.PUBLIC | Modifiers.PROTECTED)) != 0) {
            return true;
        }
        if (Modifiers.has(modifiers, Modifiers.PRIVATE)) {
            return outermost(method.owner()).equals(outermost(user));
        }
        return method.owner().packageName().equals(user.packageName());
    }

    private static JavaClass outermost(JavaClass symbol) {
        JavaClass at = symbol;
        for (JavaClass outer = at.outer(); outer != null; outer = outer.outer()) {
            at = outer;
        }
        return at;
    }

    /** The type of the field of that name that a value of {@code type} has, or null. */
    @Nullable
    Type field(Type type, String name) {
        return field(subtypes.upper(type), name, new HashSet<>());
    }

    private @Nullable Type field(Type type, String name, Set<JavaClass> seen) {
        switch (type) {
            case Type.ClassType site -> {
                if (!seen.add(site.symbol())) {
                    return null;
                }
                JavaField own = site.symbol().field(reads, name);
                if (own != null) {
                    return Bindings.of(site, reads).apply(own.type(reads));
                }
                for (Type supertype : subtypes.supertypes(site)) {
                    Type found = field(supertype, name, seen);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
            case Type.Intersection(List<Type> parts) -> {
                for (Type part : parts) {
                    Type found = field(subtypes.upper(part), name, seen);
                    if (found != null) {
                        return found;
                    }
                }
                return null;
            }
            default -> {
                return null;
            }
        }
    }
}
