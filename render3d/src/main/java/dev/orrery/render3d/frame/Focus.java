package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.Scene;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What is lit while the rest is dimmed: a selected body with its callers and callees, up to some hops away, or a set of
 * highlighted bodies. A selected type stands for all of its members. Immutable.
 */
public final class Focus {
    /** Why a body is lit. */
    public enum Role {
        NONE,
        CALLER,
        CALLEE,
        FARTHER,
        HIGHLIGHTED,
        SELECTED
    }

    /**
     * A lit call.
     *
     * @param link the link of the scene, or of the appearance
     * @param other the body at the far end, seen from the selection
     * @param near the body at the near end
     * @param role caller or callee; farther for a later hop
     */
    record Ray(int link, int near, int other, Role role) {}

    private static final Role[] ROLES = Role.values();
    private static final Focus NONE = new Focus(-1, 0, new byte[0], List.of(), new int[0]);

    private final int selected;
    private final int hops;
    private final byte[] roles;
    private final List<Ray> rays;
    private final int[] lit;

    private Focus(int selected, int hops, byte[] roles, List<Ray> rays, int[] lit) {
        this.selected = selected;
        this.hops = hops;
        this.roles = roles;
        this.rays = rays;
        this.lit = lit;
    }

    /** Nothing is lit, so nothing is dimmed. */
    public static Focus none() {
        return NONE;
    }

    /**
     * @param selected the selected body, or -1
     * @param hops 0 to light the neighbours, n to light what is up to n calls away and hide the rest
     * @param highlighted bodies to light besides, without lines
     */
    public static Focus of(Scene scene, Appearance shown, int selected, int hops, Collection<Integer> highlighted) {
        if (selected < 0 && highlighted.isEmpty()) {
            return NONE;
        }
        byte[] roles = new byte[scene.bodyCount()];
        List<Ray> rays = new ArrayList<>();
        highlighted.forEach(body -> roles[body] = (byte) Role.HIGHLIGHTED.ordinal());
        if (selected >= 0) {
            spread(scene, shown.links(), selected, Math.max(1, hops), roles, rays);
        }
        int[] lit = java.util.stream.IntStream.range(0, roles.length)
                .filter(body -> roles[body] != 0)
                .toArray();
        rays.sort(Comparator.comparingInt((Ray ray) -> ray.role() == Role.FARTHER ? 1 : 0)
                .thenComparing(ray -> -shown.links().count(ray.link())));
        return new Focus(selected, hops, roles, List.copyOf(rays), lit);
    }

    /** Lights what the layer of an appearance tells of: the bodies, the largest first, and the calls that are new. */
    public static Focus told(Scene scene, Appearance shown) {
        byte[] roles = new byte[scene.bodyCount()];
        int[] lit = Arrays.stream(shown.layer().told())
                .filter(shown::visible)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer body) -> -shown.radius(body)))
                .mapToInt(Integer::intValue)
                .toArray();
        if (lit.length == 0) {
            return NONE;
        }
        for (int body : lit) {
            roles[body] = (byte) Role.HIGHLIGHTED.ordinal();
        }
        List<Ray> rays = new ArrayList<>();
        shown.layer().newLinks().stream().forEach(link -> {
            int from = scene.links().from(link);
            int to = scene.links().to(link);
            int kept = shown.links().find(from, to);
            if (kept >= 0) {
                rays.add(new Ray(kept, from, to, Role.HIGHLIGHTED));
            }
        });
        rays.sort(Comparator.comparingInt(ray -> -shown.links().count(ray.link())));
        return new Focus(-1, 0, roles, List.copyOf(rays), lit);
    }

    /**
     * A shortest chain of calls between two bodies, in either direction; the two alone where there is none. A type stands for
     * all of its members.
     */
    public static Focus path(Scene scene, Appearance shown, int start, int end) {
        List<Ray> rays = new ArrayList<>();
        byte[] roles = new byte[scene.bodyCount()];
        for (int link : Chain.between(shown.links(), scene.bodyCount(), members(scene, start), members(scene, end))) {
            int from = shown.links().from(link);
            int to = shown.links().to(link);
            roles[from] = (byte) Role.CALLEE.ordinal();
            roles[to] = (byte) Role.CALLEE.ordinal();
            rays.add(new Ray(link, from, to, Role.CALLEE));
        }
        roles[start] = (byte) Role.SELECTED.ordinal();
        roles[end] = (byte) Role.HIGHLIGHTED.ordinal();
        int[] lit = java.util.stream.IntStream.range(0, roles.length)
                .filter(body -> roles[body] != 0)
                .toArray();
        return new Focus(start, 0, roles, List.copyOf(rays), lit);
    }

    private static void spread(Scene scene, Links links, int selected, int hops, byte[] roles, List<Ray> rays) {
        int[] front = members(scene, selected);
        for (int body : front) {
            roles[body] = (byte) Role.SELECTED.ordinal();
        }
        for (int hop = 0; hop < hops && front.length > 0; hop++) {
            Wave wave = new Wave(links, roles, rays, hop == 0);
            for (int body : front) {
                wave.from(body);
            }
            front = wave.reached();
        }
    }

    private static int[] members(Scene scene, int selected) {
        int cluster = scene.cluster(selected);
        if (!scene.hasHub(cluster) || scene.firstBody(cluster) != selected) {
            return new int[] {selected};
        }
        return java.util.stream.IntStream.range(selected, scene.endBody(cluster))
                .toArray();
    }

    /** One hop outwards from all that was reached before. */
    private static final class Wave {
        private final Links links;
        private final byte[] roles;
        private final List<Ray> rays;
        private final boolean nearest;
        private int[] reached = new int[16];
        private int size;

        private Wave(Links links, byte[] roles, List<Ray> rays, boolean nearest) {
            this.links = links;
            this.roles = roles;
            this.rays = rays;
            this.nearest = nearest;
        }

        private void from(int body) {
            for (int link = links.first(body); link < links.end(body); link++) {
                reach(link, body, links.to(link), Role.CALLEE);
            }
            for (int i = 0; i < links.incomingCount(body); i++) {
                int link = links.incoming(body, i);
                reach(link, body, links.from(link), Role.CALLER);
            }
        }

        private void reach(int link, int near, int other, Role role) {
            if (roles[other] == Role.SELECTED.ordinal()) {
                return;
            }
            boolean known = roles[other] != 0 && roles[other] != Role.HIGHLIGHTED.ordinal();
            if (nearest || !known) {
                rays.add(new Ray(link, near, other, nearest ? role : Role.FARTHER));
            }
            if (!known) {
                roles[other] = (byte) (nearest ? role : Role.FARTHER).ordinal();
                if (size == reached.length) {
                    reached = Arrays.copyOf(reached, size * 2);
                }
                reached[size++] = other;
            }
        }

        private int[] reached() {
            return Arrays.copyOf(reached, size);
        }
    }

    /** Whether anything is lit. */
    public boolean isActive() {
        return roles.length > 0;
    }

    /** The selected body, or -1. */
    public int selected() {
        return selected;
    }

    public int hops() {
        return hops;
    }

    public Role role(int body) {
        return roles.length == 0 ? Role.NONE : ROLES[roles[body]];
    }

    /** The lit bodies; read only. */
    public int[] lit() {
        return lit;
    }

    /** The lit calls, the most frequent of the nearest first. */
    List<Ray> rays() {
        return rays;
    }
}
