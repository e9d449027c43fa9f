package dev.orrery.indexer.link;

import java.util.Arrays;

/** The call table of a graph while it is filled, row after row. */
final class CallColumns {
    final int[] callee;
    final int[] name;
    final int[] line;
    final int[] column;
    final byte[] resolution;
    final int[] firstCandidate;
    int count;
    private int[] candidates = new int[64];
    private int candidateCount;

    CallColumns(int calls) {
        callee = new int[calls];
        name = new int[calls];
        line = new int[calls];
        column = new int[calls];
        resolution = new byte[calls];
        firstCandidate = new int[calls + 1];
    }

    void add(int calledSymbol, int calledName, int atLine, int atColumn, byte resolved) {
        callee[count] = calledSymbol;
        name[count] = calledName;
        line[count] = atLine;
        column[count] = atColumn;
        resolution[count] = resolved;
        count++;
    }

    void addCandidate(int symbol) {
        if (candidateCount == candidates.length) {
            candidates = Arrays.copyOf(candidates, candidateCount * 2);
        }
        candidates[candidateCount++] = symbol;
    }

    void endCandidates() {
        firstCandidate[count] = candidateCount;
    }

    int[] candidates() {
        return Arrays.copyOf(candidates, candidateCount);
    }
}
