package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Symbols by the number of their name, sorted by path and row. Most names are declared once, some ten thousand times: what is
 * asked of those takes a search and not a walk. Written by one thread, then read by many.
 */
final class DeclaredNames {
    private static final int MANY = 16;

    /** By name: null, a {@link Symbol}, or a list of them. */
    private @Nullable Object[] symbols = new Object[1024];

    private final Map<Integer, Parts> parts = new ConcurrentHashMap<>();

    /** The symbols of one name by what they are. */
    private record Parts(List<Symbol> callables, List<Symbol> types, List<Symbol> tops, List<Symbol> outside) {
        static Parts of(List<Symbol> all) {
            return new Parts(
                    filter(all, symbol -> symbol.kind().isCallable()),
                    filter(all, symbol -> symbol.kind().isType()),
                    filter(all, DeclaredNames::isTop),
                    filter(all, DeclaredNames::standsOutside));
        }

        private static List<Symbol> filter(List<Symbol> all, Predicate<Symbol> which) {
            return all.stream().filter(which).toList();
        }
    }

    /** Whether a symbol is in no other than a namespace. */
    static boolean isTop(Symbol symbol) {
        int parent = symbol.parent();
        return parent < 0 || symbol.unit().heads().kind(parent) == SymbolKind.NAMESPACE;
    }

    /** Whether a function stands outside of the type that it belongs to. */
    static boolean standsOutside(Symbol symbol) {
        return symbol.kind().isCallable() && symbol.unit().heads().hasSuperclass(symbol.row());
    }

    @SuppressWarnings("unchecked")
    List<Symbol> all(int name) {
        Object known = name < symbols.length ? symbols[name] : null;
        return known instanceof Symbol one ? List.of(one) : known == null ? List.of() : (List<Symbol>) known;
    }

    List<Symbol> callables(int name) {
        return parts(name).callables();
    }

    List<Symbol> types(int name) {
        return parts(name).types();
    }

    List<Symbol> tops(int name) {
        return parts(name).tops();
    }

    /** Those that one unit declares. */
    List<Symbol> in(int name, SourceUnit unit) {
        List<Symbol> all = all(name);
        if (all.size() < MANY) {
            return all.stream().filter(symbol -> symbol.unit() == unit).toList();
        }
        return all.subList(place(all, unit, 0), place(all, unit, Integer.MAX_VALUE));
    }

    /** Those that one unit declares and functions of any unit that stand outside of their types. */
    List<Symbol> inOrOutside(int name, SourceUnit unit) {
        List<Symbol> outside = parts(name).outside();
        if (outside.isEmpty()) {
            return in(name, unit);
        }
        List<Symbol> both = new ArrayList<>(in(name, unit));
        for (Symbol symbol : outside) {
            if (symbol.unit() != unit) {
                both.add(symbol);
            }
        }
        Collections.sort(both);
        return both;
    }

    private static int place(List<Symbol> all, SourceUnit unit, int row) {
        int at = Collections.binarySearch(all, new Symbol(unit, row));
        return at < 0 ? -at - 1 : at;
    }

    private Parts parts(int name) {
        List<Symbol> all = all(name);
        return all.size() < MANY ? Parts.of(all) : parts.computeIfAbsent(name, key -> Parts.of(all));
    }

    @SuppressWarnings("unchecked")
    void remove(SourceUnit unit) {
        for (int row = 0; row < unit.heads().count(); row++) {
            int name = unit.declared(row);
            Object known = name < symbols.length ? symbols[name] : null;
            if (known instanceof Symbol one) {
                symbols[name] = one.unit() == unit ? null : one;
            } else if (known != null) {
                ((List<Symbol>) known).removeIf(symbol -> symbol.unit() == unit);
            }
            parts.remove(name);
        }
    }

    /** Lists of {@code touched} names have to be sorted afterwards. */
    void add(SourceUnit unit, BitSet touched) {
        for (int row = 0; row < unit.heads().count(); row++) {
            int name = unit.declared(row);
            if (name >= symbols.length) {
                symbols = Arrays.copyOf(symbols, Math.max(name + 1, symbols.length * 2));
            }
            Symbol symbol = new Symbol(unit, row);
            Object known = symbols[name];
            if (known == null) {
                symbols[name] = symbol;
            } else {
                add(name, known, symbol);
                touched.set(name);
            }
            parts.remove(name);
        }
    }

    @SuppressWarnings("unchecked")
    private void add(int name, Object known, Symbol symbol) {
        if (known instanceof Symbol one) {
            List<Symbol> list = new ArrayList<>(2);
            list.add(one);
            list.add(symbol);
            symbols[name] = list;
        } else {
            ((List<Symbol>) known).add(symbol);
        }
    }

    @SuppressWarnings("unchecked")
    void sort(BitSet touched) {
        touched.stream().forEach(name -> {
            if (symbols[name] instanceof List<?> list) {
                Collections.sort((List<Symbol>) list);
            }
        });
    }
}
