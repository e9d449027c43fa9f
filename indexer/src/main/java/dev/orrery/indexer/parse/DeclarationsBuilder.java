package dev.orrery.indexer.parse;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** {@link Declarations} that still grow, and which of them are open. */
final class DeclarationsBuilder {
    private static final SymbolKind[] KINDS = SymbolKind.values();
    private static final int KIND = 0;
    private static final int NAME = 1;
    private static final int PARENT = 2;
    private static final int MODIFIERS = 3;
    private static final int FIRST_PLACE = 4;
    private static final int LAST_PLACE = 7;
    private static final int TYPE = 8;
    private static final int FIRST_TYPE_PARAMETER = 9;
    private static final int FIRST_PARAMETER = 11;
    private static final int SUPERCLASS = 13;
    private static final int INTERFACES = 14;
    private static final int VALUES = 15;

    private final StringPoolBuilder strings;
    private final LineIndex lines;
    private final int length;
    private final IntRowsBuilder rows = new IntRowsBuilder(Declarations.DOMAINS.size());
    private final Deque<Integer> open = new ArrayDeque<>();
    private final Map<Integer, Integer> initializers = new HashMap<>();
    private final Map<Integer, List<Integer>> values = new TreeMap<>();
    private final Set<Integer> literals = new HashSet<>();

    /**
     * @param length the file's bytes
     */
    DeclarationsBuilder(StringPoolBuilder strings, LineIndex lines, int length) {
        this.strings = strings;
        this.lines = lines;
        this.length = length;
    }

    int add(SymbolKind kind, String name, int modifiers, int nameOffset, int startOffset, int endOffset) {
        boolean callable = kind.isCallable() && kind != SymbolKind.INITIALIZER;
        return add(
                kind,
                strings.number(name),
                current(),
                modifiers,
                callable ? 0 : FactsBuilder.NONE,
                lines.line(nameOffset),
                lines.column(nameOffset),
                lines.line(startOffset),
                lines.line(Math.max(startOffset, endOffset - 1)));
    }

    private int add(SymbolKind kind, int name, int parent, int modifiers, int parameters, int... place) {
        int[] row = new int[Declarations.DOMAINS.size()];
        row[KIND] = kind.ordinal();
        row[NAME] = name;
        row[PARENT] = parent;
        row[MODIFIERS] = modifiers;
        System.arraycopy(place, 0, row, FIRST_PLACE, place.length);
        row[TYPE] = FactsBuilder.NONE;
        row[FIRST_PARAMETER + 1] = parameters;
        row[SUPERCLASS] = FactsBuilder.NONE;
        row[INTERFACES] = FactsBuilder.NONE;
        row[VALUES] = FactsBuilder.NONE;
        return rows.add(row);
    }

    void addModifiers(int declaration, int bits) {
        rows.set(declaration, MODIFIERS, modifiers(declaration) | bits);
    }

    int modifiers(int declaration) {
        return rows.get(declaration, MODIFIERS);
    }

    void type(int declaration, int type) {
        rows.set(declaration, TYPE, type);
    }

    void superclass(int declaration, int type) {
        rows.set(declaration, SUPERCLASS, type);
    }

    void interfaces(int declaration, int list) {
        rows.set(declaration, INTERFACES, list);
    }

    void addTypeParameter(int declaration, int row) {
        extend(declaration, FIRST_TYPE_PARAMETER, row);
    }

    void addParameter(int declaration, int row) {
        extend(declaration, FIRST_PARAMETER, row);
    }

    /** Adds a row to the range whose start is in {@code column} and whose length is in the next one. */
    private void extend(int declaration, int column, int row) {
        int count = Math.max(0, rows.get(declaration, column + 1));
        if (count == 0) {
            rows.set(declaration, column, row);
        }
        rows.set(declaration, column + 1, count + 1);
    }

    void value(int declaration, int expression) {
        values.computeIfAbsent(declaration, key -> new ArrayList<>()).add(expression);
    }

    void open(int declaration) {
        open.push(declaration);
    }

    /** Opens an object that is written as a literal: what runs in it belongs to the code around it. */
    void openLiteral(int declaration) {
        literals.add(declaration);
        open.push(declaration);
    }

    void close() {
        open.pop();
    }

    /** The innermost open declaration, or -1. */
    int current() {
        return open.isEmpty() ? FactsBuilder.NONE : open.peek();
    }

    int parent(int declaration) {
        return rows.get(declaration, PARENT);
    }

    String name(int declaration) {
        return strings.get(rows.get(declaration, NAME));
    }

    SymbolKind kind(int declaration) {
        return KINDS[rows.get(declaration, KIND)];
    }

    int count() {
        return rows.rows();
    }

    /** The declaration that code written here belongs to. */
    int owner() {
        for (int declaration : open) {
            SymbolKind kind = kind(declaration);
            if (kind.isCallable()) {
                return declaration;
            }
            if (kind.isType() && !literals.contains(declaration)) {
                return initializer(declaration);
            }
        }
        return initializer(FactsBuilder.NONE);
    }

    private int initializer(int type) {
        Integer known = initializers.get(type);
        if (known == null) {
            known = type < 0 ? fileInitializer() : typeInitializer(type);
            initializers.put(type, known);
        }
        return known;
    }

    private int fileInitializer() {
        int name = strings.number("");
        return add(SymbolKind.INITIALIZER, name, FactsBuilder.NONE, 0, FactsBuilder.NONE, 1, 1, 1, lines.line(length));
    }

    private int typeInitializer(int type) {
        int[] place = new int[LAST_PLACE - FIRST_PLACE + 1];
        for (int i = 0; i < place.length; i++) {
            place[i] = rows.get(type, FIRST_PLACE + i);
        }
        return add(SymbolKind.INITIALIZER, rows.get(type, NAME), type, Modifiers.IMPLICIT, FactsBuilder.NONE, place);
    }

    Declarations build(IntListsBuilder lists) {
        values.forEach((declaration, list) -> rows.set(
                declaration,
                VALUES,
                lists.add(list.stream().mapToInt(Integer::intValue).toArray())));
        return new Declarations(rows.build());
    }
}
