package dev.orrery.indexer.link;

import dev.orrery.api.GraphColumns;
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

    /**
     * Adds the calls {@code first} to {@code end} of another graph.
     *
     * @param moved where its symbols stand now
     */
    void copy(GraphColumns from, int first, int end, int[] moved) {
        int length = end - first;
        System.arraycopy(from.callName(), first, name, count, length);
        System.arraycopy(from.callLine(), first, line, count, length);
        System.arraycopy(from.callColumn(), first, column, count, length);
        System.arraycopy(from.callResolution(), first, resolution, count, length);
        int rowShift = count - first;
        int[] callees = from.callCallee();
        for (int i = first; i < end; i++) {
            callee[rowShift + i] = callees[i] < 0 ? -1 : moved[callees[i]];
        }
        int[] starts = from.callFirstCandidate();
        int candidateShift = candidateCount - starts[first];
        for (int i = starts[first]; i < starts[end]; i++) {
            addCandidate(moved[from.candidates()[i]]);
        }
        for (int i = first + 1; i <= end; i++) {
            firstCandidate[rowShift + i] = starts[i] + candidateShift;
        }
        count += length;
    }

    int[] candidates() {
        return Arrays.copyOf(candidates, candidateCount);
    }
}
