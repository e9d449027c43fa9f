package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Links;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;

/** Shortest chains of calls, by breadth-first search. */
final class Chain {
    private Chain() {}

    /**
     * The links of a shortest chain from any of {@code starts} to any of {@code ends}, or back where that is the only way;
     * empty where there is none.
     */
    static int[] between(Links links, int bodies, int[] starts, int[] ends) {
        int[] there = search(links, bodies, starts, ends);
        return there.length > 0 ? there : search(links, bodies, ends, starts);
    }

    private static int[] search(Links links, int bodies, int[] starts, int[] ends) {
        int[] via = new int[bodies];
        Arrays.fill(via, -1);
        BitSet first = new BitSet(bodies);
        BitSet last = new BitSet(bodies);
        Arrays.stream(starts).forEach(first::set);
        Arrays.stream(ends).forEach(last::set);
        ArrayDeque<Integer> front = new ArrayDeque<>();
        first.stream().forEach(front::add);
        int found = -1;
        while (!front.isEmpty() && found < 0) {
            int body = front.remove();
            for (int link = links.first(body); link < links.end(body) && found < 0; link++) {
                int next = links.to(link);
                if (!first.get(next) && via[next] < 0) {
                    via[next] = link;
                    front.add(next);
                    found = last.get(next) ? next : -1;
                }
            }
        }
        int length = 0;
        for (int body = found; body >= 0 && !first.get(body); body = links.from(via[body])) {
            length++;
        }
        int[] chain = new int[length];
        for (int body = found; length > 0; body = links.from(via[body])) {
            chain[--length] = via[body];
        }
        return chain;
    }
}
