package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Divides the tree of packages and folders into regions of similar weight: again and again the heaviest part gives its
 * heaviest child away, until there are enough parts or none is worth dividing. What remains of a part keeps the parent's
 * name. Weight is the number of things a body will stand for.
 */
final class RegionPartition {
    private static final int MOST = 18;

    private final List<Part> parts = new ArrayList<>();
    private final int total;
    private final int target;

    private RegionPartition(Node root) {
        this.total = root.total;
        this.target = total < 40 ? 3 : total < 400 ? 8 : total < 3000 ? 12 : MOST;
        parts.add(new Part(root));
    }

    /** The regions, heaviest first. */
    static List<Regions.Region> divide(CodeGraph graph) {
        RegionPartition partition = new RegionPartition(tree(graph));
        partition.run();
        return partition.regions();
    }

    private static Node tree(CodeGraph graph) {
        Node root = new Node("", "");
        for (int file = 0; file < graph.fileCount(); file++) {
            int weight = 1;
            for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
                weight += graph.kind(symbol).isCallable() ? 1 : 0;
            }
            Node node = root;
            node.total += weight;
            String[] segments = Place.of(graph, file).split("/");
            for (int i = 0; i < segments.length; i++) {
                node = node.child(segments[i]);
                node.total += weight;
            }
            node.file = true;
        }
        return root;
    }

    private void run() {
        while (parts.size() < target) {
            Part heaviest = parts.stream()
                    .filter(part -> !part.done)
                    .max(Comparator.comparingInt(Part::weight))
                    .orElse(null);
            if (heaviest == null) {
                break;
            }
            divide(heaviest);
        }
        parts.removeIf(part -> part.weight() == 0);
        meltSmall();
    }

    private void divide(Part part) {
        Node child = part.heaviestChild(parts.size() < 6 ? total / 12 : Integer.MAX_VALUE);
        if (child == null || child.total < Math.max(3, total / 150)) {
            part.done = true;
        } else if (child.total == part.weight() && part.carved.isEmpty()) {
            part.node = child;
        } else {
            part.carved.add(child);
            parts.add(new Part(child));
        }
    }

    /** Parts too small to see join the part that encloses them, or else the lightest one inside them. */
    private void meltSmall() {
        for (Part part : List.copyOf(parts)) {
            if (part.weight() * 150L < total && parts.size() > 3) {
                parts.remove(part);
                enclosing(part)
                        .or(() -> lightestInside(part))
                        .ifPresentOrElse(host -> host.join(part), () -> parts.add(part));
            }
        }
    }

    private java.util.Optional<Part> lightestInside(Part outer) {
        return parts.stream()
                .filter(part -> part.node.isBelow(outer.node))
                .min(Comparator.comparingInt(Part::weight).thenComparing(part -> part.node.place));
    }

    private java.util.Optional<Part> enclosing(Part inner) {
        return parts.stream().filter(part -> part.carved.contains(inner.node)).findFirst();
    }

    private List<Regions.Region> regions() {
        if (parts.isEmpty()) {
            return List.of(new Regions.Region("root", List.of(""), 0));
        }
        parts.sort(Comparator.comparingInt(Part::weight).reversed().thenComparing(part -> part.node.place));
        List<String> places = parts.stream().map(part -> part.node.place).toList();
        List<String> names = RegionNames.of(places);
        List<Regions.Region> regions = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            List<String> covered = new ArrayList<>(List.of(places.get(i)));
            covered.addAll(parts.get(i).joined);
            regions.add(new Regions.Region(names.get(i), List.copyOf(covered), i));
        }
        return regions;
    }

    private static final class Part {
        private Node node;
        private final Set<Node> carved = new LinkedHashSet<>();
        private final List<String> joined = new ArrayList<>();
        private int extra;
        private boolean done;

        private Part(Node node) {
            this.node = node;
        }

        /** Takes in a part that is too small to stand alone. */
        private void join(Part small) {
            joined.add(small.node.place);
            joined.addAll(small.joined);
            extra += small.weight();
        }

        private int weight() {
            return node.total
                    + extra
                    - carved.stream().mapToInt(child -> child.total).sum();
        }

        private @Nullable Node heaviestChild(int leastFile) {
            return node.children.values().stream()
                    .filter(child -> !carved.contains(child) && (!child.file || child.total >= leastFile))
                    .max(Comparator.<Node>comparingInt(child -> child.total).thenComparing(child -> child.place))
                    .orElse(null);
        }
    }

    private static final class Node {
        private final String place;
        private final Map<String, Node> children = new TreeMap<>();
        private int total;
        private boolean file;

        private Node(String parent, String segment) {
            this.place = parent.isEmpty() ? segment : parent + "/" + segment;
        }

        private boolean isBelow(Node other) {
            return other.place.isEmpty() || place.startsWith(other.place + "/");
        }

        private Node child(String segment) {
            return children.computeIfAbsent(segment, name -> new Node(place, name));
        }
    }
}
