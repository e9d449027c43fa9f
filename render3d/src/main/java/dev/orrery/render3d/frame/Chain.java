package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Links;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Shortest chains of calls, by breadth-first search. */
final class Chain {
    private Chain() {}

    /** The links from {@code start} to {@code end}, or back where that is the only way; empty where there is none. */
    static int[] between(Links links, int bodies, int start, int end) {
        int[] there = search(links, bodies, start, end);
        return there.length > 0 ? there : search(links, bodies, end, start);
    }

    private static int[] search(Links links, int bodies, int start, int end) {
        int[] via = new int[bodies];
        Arrays.fill(via, -1);
        ArrayDeque<Integer> front = new ArrayDeque<>();
        front.add(start);
        while (!front.isEmpty() && via[end] < 0) {
            int body = front.remove();
            for (int link = links.first(body); link < links.end(body); link++) {
                int next = links.to(link);
                if (next != start && via[next] < 0) {
                    via[next] = link;
                    front.add(next);
                }
            }
        }
        int length = 0;
        for (int body = end; body != start && via[body] >= 0; body = links.from(via[body])) {
            length++;
        }
        int[] chain = new int[length];
        for (int body = end; length > 0; body = links.from(via[body])) {
            chain[--length] = via[body];
        }
        return chain;
    }
}
