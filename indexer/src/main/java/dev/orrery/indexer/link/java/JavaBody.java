package dev.orrery.indexer.link.java;

import dev.orrery.indexer.parse.FileFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One file while its calls are resolved: the parts of that work, which ask each other, and what they share. */
final class JavaBody {
    final UnitClasses unit;
    final FileFacts facts;
    final Reads reads;
    final Subtypes subtypes;
    final MemberLookup members;
    final FunctionalTypes functions;
    final TypeNames names;
    final TypeReader reader;
    final Meanings meanings;
    final ExpressionTypes types;
    final Overloads overloads;
    final CallSelection calls;
    final ReferenceSelection references;
    final Inference inference;
    final Guesses guesses;
    final Fields fields;

    JavaBody(UnitClasses unit, Reads reads, Guesses guesses) {
        this.unit = unit;
        this.facts = unit.source().facts();
        this.reads = reads;
        this.guesses = guesses;
        subtypes = new Subtypes(reads, unit.model().library());
        members = new MemberLookup(subtypes);
        functions = new FunctionalTypes(subtypes, members);
        names = new TypeNames(unit, reads);
        reader = new TypeReader(unit, reads);
        meanings = new Meanings(this);
        types = new ExpressionTypes(this);
        overloads = new Overloads(this);
        calls = new CallSelection(this);
        references = new ReferenceSelection(this);
        inference = new Inference(this);
        fields = new Fields(this);
    }

    /** The classes around a declaration, innermost first. */
    List<SourceClass> enclosing(int declaration) {
        List<SourceClass> around = new ArrayList<>();
        for (SourceClass at = unit.enclosingClass(declaration); at != null; at = at.outer()) {
            around.add(at);
        }
        SourceClass unnamed = unit.unnamed();
        if (unnamed != null && !around.contains(unnamed)) {
            around.add(unnamed);
        }
        return around;
    }

    @Nullable
    SourceClass enclosingClass(int declaration) {
        return unit.enclosingClass(declaration);
    }

    /** The type of {@code this} in a class: its own parameters are its arguments. */
    Type.ClassType self(SourceClass symbol) {
        return new Type.ClassType(symbol, List.copyOf(symbol.typeParameters(reads)));
    }

    int[] arguments(int call) {
        int list = facts.calls().arguments(call);
        int[] rows = new int[facts.lists().size(list)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = facts.lists().get(list, i);
        }
        return rows;
    }
}
