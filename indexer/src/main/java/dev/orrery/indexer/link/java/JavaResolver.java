package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.link.unit.LinksBuilder;
import dev.orrery.indexer.link.unit.Names;
import dev.orrery.indexer.link.unit.UnitLinks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the links of one Java file. Used once, by one thread. */
final class JavaResolver {
    private static final int MOST_CANDIDATES = 12;

    private final UnitClasses unit;
    private final LinksBuilder links;
    private final Reads reads = new Reads();
    private final JavaBody body;

    JavaResolver(JavaModel model, UnitClasses unit, Names names) {
        this.unit = unit;
        links = new LinksBuilder(unit.source(), names);
        body = new JavaBody(unit, reads, new RepositoryGuesses(model, links));
    }

    UnitLinks resolve() {
        for (int call = 0; call < body.facts.calls().count(); call++) {
            store(call, body.calls.of(call));
        }
        for (SourceClass symbol : unit.classes()) {
            if (symbol != null) {
                hierarchy(symbol);
            }
        }
        links.dependencies().or(reads.slots());
        return links.build();
    }

    private void store(int call, Selection selection) {
        Candidate best = selection.best();
        if (best == null) {
            links.external(call, selection.name());
            return;
        }
        JavaMethod method = best.method();
        if (method.handle() < 0) {
            links.external(
                    call, method.owner().qualifiedName() + "." + method.name() + "(" + method.parametersText() + ")");
            return;
        }
        List<Integer> handles = new ArrayList<>();
        for (Candidate candidate : selection.candidates()) {
            if (candidate.method().handle() >= 0 && handles.size() < MOST_CANDIDATES) {
                handles.add(candidate.method().handle());
            }
        }
        Resolution how = selection.how() == Resolution.EXTERNAL ? Resolution.INFERRED : selection.how();
        if (how == Resolution.AMBIGUOUS && handles.size() == 1) {
            how = Resolution.INFERRED;
        }
        if (how == Resolution.AMBIGUOUS && handles.getFirst() == callerOf(call)) {
            handles.addLast(handles.removeFirst());
        }
        links.reaches(call, how, how == Resolution.AMBIGUOUS ? handles : List.of(handles.getFirst()));
    }

    /** The method around a call: where overloads cannot be told apart, one that passes on to another is likelier than recursion. */
    private int callerOf(int call) {
        int owner = body.facts.calls().owner(call);
        return owner < 0 ? -1 : unit.source().handle(owner);
    }

    private void hierarchy(SourceClass symbol) {
        Type.ClassType self = body.self(symbol);
        for (Type supertype : body.subtypes.supertypes(self)) {
            if (supertype instanceof Type.ClassType(JavaClass parent, List<Type> arguments)
                    && parent instanceof SourceClass source
                    && source.row() >= 0) {
                links.supertype(
                        unit.source().handle(symbol.row()), source.source().handle(source.row()));
            }
        }
        List<Type.ClassType> ancestors = ancestors(self);
        for (JavaMethod method : symbol.methods(reads)) {
            if ((method.modifiers() & (Modifiers.STATIC | Modifiers.PRIVATE)) == 0) {
                overrides(new Candidate(method, self), ancestors);
            }
        }
    }

    private List<Type.ClassType> ancestors(Type.ClassType type) {
        List<Type.ClassType> all = new ArrayList<>();
        Set<JavaClass> seen = new HashSet<>();
        List<Type> open = new ArrayList<>(body.subtypes.supertypes(type));
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) instanceof Type.ClassType parent
                    && parent.symbol() instanceof SourceClass
                    && seen.add(parent.symbol())) {
                all.add(parent);
                open.addAll(body.subtypes.supertypes(parent));
            }
        }
        return all;
    }

    private void overrides(Candidate method, List<Type.ClassType> ancestors) {
        for (Type.ClassType ancestor : ancestors) {
            for (JavaMethod other :
                    ancestor.symbol().methods(reads, method.method().name())) {
                if ((other.modifiers() & (Modifiers.STATIC | Modifiers.PRIVATE)) == 0
                        && MemberLookup.isAccessible(other, method.method().owner())
                        && body.members.sameParameters(method, new Candidate(other, ancestor))) {
                    links.overrides(other.handle(), method.method().handle());
                }
            }
        }
    }
}
