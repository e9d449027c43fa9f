package dev.orrery.api;

import java.util.Arrays;

/** The calls of a graph the other way round: by who is called. Immutable. */
final class IncomingCalls {
    private final int[] caller;
    private final int[] first;
    private final int[] calls;

    private IncomingCalls(int[] caller, int[] first, int[] calls) {
        this.caller = caller;
        this.first = first;
        this.calls = calls;
    }

    static IncomingCalls of(GraphRows rows) {
        int[] caller = new int[rows.calls()];
        int[] callee = new int[rows.calls()];
        int[] first = new int[rows.symbols() + 1];
        int symbol = 0;
        int call = 0;
        for (int piece = 0; piece < rows.pieces(); piece++) {
            GraphColumns table = rows.table[piece];
            int[] starts = table.symbolFirstCall();
            for (; symbol < rows.endSymbol(piece); symbol++) {
                int row = symbol - rows.symbolShift[piece];
                Arrays.fill(
                        caller, starts[row] + rows.callShift[piece], starts[row + 1] + rows.callShift[piece], symbol);
            }
            for (; call < rows.endCall(piece); call++) {
                callee[call] = rows.symbol(piece, table.callCallee()[call - rows.callShift[piece]]);
                if (callee[call] >= 0) {
                    first[callee[call] + 1]++;
                }
            }
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        int[] next = first.clone();
        int[] calls = new int[first[first.length - 1]];
        for (call = 0; call < callee.length; call++) {
            if (callee[call] >= 0) {
                calls[next[callee[call]]++] = call;
            }
        }
        return new IncomingCalls(caller, first, calls);
    }

    int caller(int call) {
        return caller[call];
    }

    int count(int callee) {
        return first[callee + 1] - first[callee];
    }

    int call(int callee, int index) {
        return calls[first[callee] + index];
    }
}
