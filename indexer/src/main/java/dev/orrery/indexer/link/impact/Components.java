package dev.orrery.indexer.link.impact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The strongly connected components of a directed graph of numbers. */
final class Components {
    private final int[] first;
    private final int[] to;
    private final int[] index;
    private final int[] low;
    private final int[] stack;
    private final boolean[] onStack;
    private final List<int[]> cyclic = new ArrayList<>();
    private int seen;
    private int depth;

    Components(int nodes, List<int[]> edges) {
        first = new int[nodes + 1];
        for (int[] edge : edges) {
            first[edge[0] + 1]++;
        }
        Arrays.parallelPrefix(first, Integer::sum);
        to = new int[edges.size()];
        int[] next = first.clone();
        for (int[] edge : edges) {
            to[next[edge[0]]++] = edge[1];
        }
        index = new int[nodes];
        low = new int[nodes];
        stack = new int[nodes];
        onStack = new boolean[nodes];
        int[] at = first.clone();
        int[] path = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            if (index[node] == 0) {
                search(node, at, path);
            }
        }
    }

    /** The components with more than one member. */
    List<int[]> cyclic() {
        return cyclic;
    }

    private void search(int start, int[] at, int[] path) {
        int length = 0;
        path[length++] = start;
        enter(start);
        while (length > 0) {
            int node = path[length - 1];
            if (at[node] < first[node + 1]) {
                int next = to[at[node]++];
                if (index[next] == 0) {
                    path[length++] = next;
                    enter(next);
                } else if (onStack[next]) {
                    low[node] = Math.min(low[node], index[next]);
                }
            } else {
                length--;
                if (length > 0) {
                    low[path[length - 1]] = Math.min(low[path[length - 1]], low[node]);
                }
                if (low[node] == index[node]) {
                    leave(node);
                }
            }
        }
    }

    private void enter(int node) {
        seen++;
        index[node] = seen;
        low[node] = seen;
        stack[depth++] = node;
        onStack[node] = true;
    }

    private void leave(int root) {
        int end = depth;
        do {
            onStack[stack[--depth]] = false;
        } while (stack[depth] != root);
        if (end - depth > 1) {
            cyclic.add(Arrays.copyOfRange(stack, depth, end));
        }
    }
}
