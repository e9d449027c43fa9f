package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.LinksBuilder;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All that the calls of one file may depend on: views of it and of the other files that it leads to, made when first
 * looked at. Whatever is looked at is noted as a dependency. One owner, used once.
 */
final class StructuralWorld {
    /** How many expressions of other files may be looked at for the calls of one. */
    private static final int MOST_EXPRESSIONS = 20_000;

    /** How many questions may wait for the answers to others. */
    private static final int DEEPEST = 100;

    /** How many questions one call may lead to; values that consist of each other could lead to any number. */
    private static final int MOST_QUESTIONS = 5_000;

    private record Exported(SourceUnit unit, String name) {}

    final Family family;
    final StructuralIndex index;
    final LinksBuilder links;
    final StructuralMembers members;
    private final SourceUnit home;
    private final Map<SourceUnit, StructuralView> views = new HashMap<>();
    private final Map<Exported, Meaning> exports = new HashMap<>();
    private int expressions;
    private int depth;
    private int questions;

    StructuralWorld(SourceUnit home, Family family, StructuralIndex index, LinksBuilder links) {
        this.home = home;
        this.family = family;
        this.index = index;
        this.links = links;
        members = new StructuralMembers(this);
    }

    StructuralView view(SourceUnit unit) {
        StructuralView known = views.get(unit);
        if (known == null) {
            if (unit != home) {
                links.dependsOn(unit);
            }
            known = new StructuralView(unit, this);
            views.put(unit, known);
        }
        return known;
    }

    StructuralView view(Symbol symbol) {
        return view(symbol.unit());
    }

    /** Everything declared under that name. */
    List<Symbol> symbols(String name) {
        return index.symbols().all(asked(name));
    }

    /** The functions, methods and macros of that name. */
    List<Symbol> callables(String name) {
        return index.symbols().callables(asked(name));
    }

    List<Symbol> types(String name) {
        return index.symbols().types(asked(name));
    }

    /** What stands at the top of its file under that name. */
    List<Symbol> tops(String name) {
        return index.symbols().tops(asked(name));
    }

    /** What one file declares under that name. */
    List<Symbol> symbols(String name, SourceUnit unit) {
        return index.symbols().in(asked(name), unit);
    }

    /** What may be a member of that name of a type that the file declares. */
    List<Symbol> members(String name, SourceUnit unit) {
        return index.symbols().inOrOutside(asked(name), unit);
    }

    private int asked(String name) {
        int number = index.names().intern(name);
        links.asks(number);
        return number;
    }

    /** What a file shows to others under a name; nothing where that is being found out. */
    Meaning exported(SourceUnit unit, String name) {
        Exported key = new Exported(unit, name);
        Meaning known = exports.get(key);
        if (known == null) {
            exports.put(key, Meaning.UNKNOWN);
            known = nested(() -> view(unit).scope.exported(name));
            exports.put(key, known);
        }
        return known;
    }

    /** What {@code question} answers, or that nobody knows where one question has led to too many others. */
    Meaning nested(Supplier<Meaning> question) {
        return nested(question, Meaning.UNKNOWN);
    }

    <T> T nested(Supplier<T> question, T unanswered) {
        if (depth >= DEEPEST || questions >= MOST_QUESTIONS) {
            return unanswered;
        }
        depth++;
        questions++;
        try {
            return question.get();
        } finally {
            depth--;
        }
    }

    /** The next call or type is looked at: as many questions may be asked again. */
    void next() {
        questions = 0;
    }

    /** Whether one more expression of that file may be looked at. */
    boolean mayLookAt(SourceUnit unit) {
        return unit == home || expressions++ < MOST_EXPRESSIONS;
    }
}
