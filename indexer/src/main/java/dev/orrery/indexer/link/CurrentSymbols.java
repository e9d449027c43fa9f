package dev.orrery.indexer.link;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.Arrays;

/** Which symbol of the graph that is made has which handle. Reused for one graph after the other; one thread at a time. */
final class CurrentSymbols {
    /** By handle: its symbol in the base, or -1. */
    private int[] old = {};
    /** By symbol of the base: its file. */
    private int[] file = {};
    /** By file of the base that still holds: how far its symbols move. */
    private int[] shift = {};
    /** By handle: its symbol, if {@link #round} says so. */
    private int[] fresh = {};
    /** By handle: when {@link #fresh} was told. */
    private int[] round = {};

    private int now;

    /** @param firstSymbol by file, and one more */
    void rebase(SourceUnit[] base, int[] firstSymbol) {
        old = new int[fresh.length];
        file = new int[firstSymbol[base.length]];
        shift = new int[base.length];
        Arrays.fill(old, -1);
        for (int i = 0; i < base.length; i++) {
            Arrays.fill(file, firstSymbol[i], firstSymbol[i + 1], i);
            for (int symbol = firstSymbol[i]; symbol < firstSymbol[i + 1]; symbol++) {
                old[base[i].handle(symbol - firstSymbol[i])] = symbol;
            }
        }
    }

    /** @param handles one more than the largest handle */
    void begin(int handles) {
        now++;
        if (handles > fresh.length) {
            int length = handles + handles / 8;
            fresh = Arrays.copyOf(fresh, length);
            round = Arrays.copyOf(round, length);
        }
    }

    /** Lets the symbols of the files {@code from} to {@code end} of the base stand elsewhere. */
    void move(int from, int end, int by) {
        Arrays.fill(shift, from, end, by);
    }

    /** Lets the symbols of a unit stand from {@code first} on. */
    void put(SourceUnit unit, int first) {
        for (int row = 0; row < unit.heads().count(); row++) {
            fresh[unit.handle(row)] = first + row;
            round[unit.handle(row)] = now;
        }
    }

    int of(int handle) {
        return round[handle] == now ? fresh[handle] : old[handle] + shift[file[old[handle]]];
    }

    /** The symbols of a unit of the base that does not hold any longer, -1 where they are gone. */
    int[] now(SourceUnit gone) {
        int[] symbols = new int[gone.heads().count()];
        Arrays.setAll(symbols, row -> round[gone.handle(row)] == now ? fresh[gone.handle(row)] : -1);
        return symbols;
    }
}
