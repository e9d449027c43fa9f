package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.Calls;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Imports;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the method that each call of a file reaches (chapters 15.9 and 15.12 of the specification). */
final class CallSelection {
    private final JavaBody body;
    private final Calls calls;
    private final @Nullable Selection[] known;

    CallSelection(JavaBody body) {
        this.body = body;
        this.calls = body.facts.calls();
        known = new Selection[calls.count()];
    }

    Selection of(int call) {
        Selection selection = known[call];
        if (selection == null) {
            known[call] = Selection.unknown(body.facts.string(calls.name(call)));
            selection = select(call);
            known[call] = selection;
        }
        return selection;
    }

    private Selection select(int call) {
        String name = body.facts.string(calls.name(call));
        return switch (calls.kind(call)) {
            case METHOD, MACRO -> calls.receiver(call) < 0 ? unqualified(call, name) : qualified(call, name);
            case CONSTRUCTOR -> construction(call);
            case THIS_CONSTRUCTOR -> {
                SourceClass around = body.enclosingClass(calls.owner(call));
                yield around == null ? Selection.unknown(name) : constructor(body.self(around), call);
            }
            case SUPER_CONSTRUCTOR -> superConstructor(call, name);
            case REFERENCE -> body.references.select(call);
        };
    }

    // Constructors

    private Selection construction(int call) {
        return constructor(created(call), call);
    }

    /** The type that a constructor call creates, without inferred arguments. */
    Type created(int call) {
        int ref = calls.type(call);
        int scope = calls.owner(call);
        int outer = calls.receiver(call);
        int name = body.facts.types().name(ref);
        if (outer >= 0 && name >= 0 && body.subtypes.upper(body.types.of(outer)) instanceof Type.ClassType around) {
            JavaClass inner = body.names.memberClass(around.symbol(), body.facts.string(name));
            if (inner != null) {
                return new Type.ClassType(inner);
            }
        }
        return body.reader.type(ref, scope);
    }

    private Selection superConstructor(int call, String name) {
        SourceClass around = body.enclosingClass(calls.owner(call));
        Type superclass = around == null ? null : around.superclass(body.reads);
        return superclass == null ? Selection.unknown(name) : constructor(superclass, call);
    }

    Selection constructor(Type type, int call) {
        return constructor(type, body.arguments(call));
    }

    private Selection constructor(Type type, int[] arguments) {
        if (!(type instanceof Type.ClassType site)) {
            return Selection.unknown("");
        }
        List<Candidate> all = constructors(site);
        String name = site.symbol().qualifiedName() + "." + site.symbol().simpleName();
        if (all.isEmpty()) {
            return Selection.unknown(site.symbol().isInterface() ? "java.lang.Object.Object()" : name)
                    .calledOn(site);
        }
        return body.overloads.choose(all, arguments, name).calledOn(site);
    }

    List<Candidate> constructors(Type.ClassType site) {
        List<Candidate> all = new ArrayList<>();
        for (JavaMethod constructor : site.symbol().constructors(body.reads)) {
            all.add(new Candidate(constructor, site));
        }
        return all;
    }

    // Methods

    private Selection qualified(int call, String name) {
        int receiver = calls.receiver(call);
        boolean unknown = body.facts.expressions().kind(receiver) == ExpressionKind.UNKNOWN;
        return switch (unknown ? new Meaning.Value(Type.UNKNOWN) : body.meanings.of(receiver)) {
            case Meaning.Value(Type type) -> onValue(type, call, name);
            case Meaning.TypeName(Type type) -> member(type, call, name);
            case Meaning.PackageName(String prefix) -> Selection.unknown(prefix + "." + name);
        };
    }

    private Selection onValue(Type type, int call, String name) {
        Type upper = body.subtypes.upper(type);
        if (upper instanceof Type.Unknown) {
            return body.guesses.guess(body, call, name);
        }
        if (upper instanceof Type.Array) {
            return member(body.subtypes.object(), call, name).calledOn(type);
        }
        return member(upper, call, name);
    }

    /** The member of that name of a type. */
    private Selection member(Type type, int call, String name) {
        JavaClass user = body.enclosingClass(calls.owner(call));
        List<Candidate> all = body.members.methods(type, name, user);
        if (all.isEmpty()
                && type instanceof Type.ClassType(JavaClass symbol, List<Type> none)
                && Subtypes.isObject(symbol)) {
            return body.guesses.guess(body, call, name);
        }
        int[] arguments = body.arguments(call);
        if (all.isEmpty() || isBeyond(type, all, arguments)) {
            return Selection.unknown(qualifiedName(type, name)).calledOn(type);
        }
        return body.overloads.choose(all, arguments, name).calledOn(type);
    }

    /** Whether no known method can be meant, but one that is inherited from what is not known can. */
    private boolean isBeyond(Type type, List<Candidate> all, int[] arguments) {
        return !body.overloads.anyTakes(all, arguments) && body.subtypes.isOpen(type);
    }

    /** The name of a member that is not declared where it can be seen: it is inherited from what is not known. */
    private String qualifiedName(Type type, String name) {
        ExternalClass unknown = firstUnknown(type, new ArrayList<>());
        if (unknown != null) {
            return unknown.member(name);
        }
        return type instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)
                ? symbol.qualifiedName() + "." + name
                : name;
    }

    private @Nullable ExternalClass firstUnknown(Type type, List<JavaClass> seen) {
        if (!(type instanceof Type.ClassType named) || seen.contains(named.symbol())) {
            return null;
        }
        if (named.symbol() instanceof ExternalClass external) {
            return external;
        }
        seen.add(named.symbol());
        for (Type supertype : body.subtypes.supertypes(named)) {
            ExternalClass found = firstUnknown(supertype, seen);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** All methods or constructors that a call may mean by its name alone. */
    List<Candidate> named(int call) {
        String name = body.facts.string(calls.name(call));
        SourceClass user = body.enclosingClass(calls.owner(call));
        return switch (calls.kind(call)) {
            case METHOD, MACRO ->
                calls.receiver(call) < 0
                        ? namedHere(call, name)
                        : switch (body.meanings.of(calls.receiver(call))) {
                            case Meaning.Value(Type type) ->
                                body.members.methods(
                                        body.subtypes.upper(type) instanceof Type.Array ? body.subtypes.object() : type,
                                        name,
                                        user);
                            case Meaning.TypeName(Type type) -> body.members.methods(type, name, user);
                            case Meaning.PackageName(String prefix) -> List.of();
                        };
            case CONSTRUCTOR -> created(call) instanceof Type.ClassType site ? constructors(site) : List.of();
            case THIS_CONSTRUCTOR -> user == null ? List.of() : constructors(body.self(user));
            case SUPER_CONSTRUCTOR ->
                user != null && user.superclass(body.reads) instanceof Type.ClassType site
                        ? constructors(site)
                        : List.of();
            case REFERENCE -> List.of();
        };
    }

    private List<Candidate> namedHere(int call, String name) {
        List<SourceClass> around = body.enclosing(calls.owner(call));
        for (SourceClass symbol : around) {
            List<Candidate> all = body.members.methods(body.self(symbol), name, around.getFirst());
            if (!all.isEmpty()) {
                return all;
            }
        }
        return importedMethods(name);
    }

    /** A simple name means the innermost class around that has such a method, then what is imported. */
    private Selection unqualified(int call, String name) {
        int[] arguments = body.arguments(call);
        List<SourceClass> around = body.enclosing(calls.owner(call));
        JavaClass user = around.isEmpty() ? null : around.getFirst();
        Resolution certainty = Resolution.EXACT;
        Selection misfit = null;
        for (SourceClass symbol : around) {
            Type.ClassType self = body.self(symbol);
            List<Candidate> all = body.members.methods(self, name, user);
            if (!all.isEmpty() && !isBeyond(self, all, arguments)) {
                Selection found = body.overloads
                        .choose(all, arguments, name)
                        .calledOn(self)
                        .atMost(certainty);
                if (takes(all, arguments.length)) {
                    return found;
                }
                misfit = misfit == null ? found : misfit;
            }
            if (body.subtypes.isOpen(self)) {
                certainty = Resolution.INFERRED;
            }
        }
        Selection imported = imported(name, arguments);
        if (imported != null) {
            return imported;
        }
        if (misfit != null) {
            return misfit;
        }
        return around.isEmpty() ? Selection.unknown(name) : Selection.unknown(unknownSuper(around, name));
    }

    private String unknownSuper(List<SourceClass> around, String name) {
        for (SourceClass symbol : around) {
            ExternalClass unknown = firstUnknown(new Type.ClassType(symbol), new ArrayList<>());
            if (unknown != null) {
                return unknown.member(name);
            }
        }
        return name;
    }

    private static boolean takes(List<Candidate> all, int count) {
        for (Candidate candidate : all) {
            int parameters = candidate.method().parameterCount();
            if (parameters == count
                    || Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS) && count >= parameters - 1) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Selection imported(String name, int[] arguments) {
        List<Candidate> all = importedMethods(name);
        if (!all.isEmpty()) {
            return body.overloads.choose(all, arguments, name);
        }
        Imports imports = body.facts.imports();
        for (int row = imports.count() - 1; row >= 0; row--) {
            if ((imports.flags(row) & Imports.STATIC) != 0
                    && isNamed(imports, row, name)
                    && body.names.qualified(body.facts.string(imports.path(row))) == null) {
                return Selection.unknown(body.facts.string(imports.path(row)) + "." + name);
            }
        }
        return null;
    }

    private boolean isNamed(Imports imports, int row, String name) {
        return imports.name(row) >= 0 && body.facts.string(imports.name(row)).equals(name);
    }

    /** The methods of that name that are imported one by one or with all of their class. */
    List<Candidate> importedMethods(String name) {
        Imports imports = body.facts.imports();
        List<Candidate> all = new ArrayList<>();
        for (int row = 0; row < imports.count(); row++) {
            boolean may = (imports.flags(row) & Imports.STATIC) != 0
                    && (imports.name(row) < 0 || isNamed(imports, row, name));
            JavaClass owner = may ? body.names.qualified(body.facts.string(imports.path(row))) : null;
            if (owner != null) {
                all.addAll(body.members.methods(new Type.ClassType(owner), name, null).stream()
                        .filter(candidate -> Modifiers.has(candidate.method().modifiers(), Modifiers.STATIC))
                        .toList());
            }
        }
        return all;
    }

    boolean isConstructor(int call) {
        return calls.kind(call) == CallKind.CONSTRUCTOR;
    }
}
