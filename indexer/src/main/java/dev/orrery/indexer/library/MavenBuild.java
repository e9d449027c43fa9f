package dev.orrery.indexer.library;

import dev.orrery.indexer.library.Pom.Dependency;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a module's code is compiled against: its dependencies and those that they pass on. Of several versions of a library
 * the one nearest to the module counts, the first of equally near ones; versions that the module manages count for all.
 */
final class MavenBuild {
    private static final int MOST_NODES = 5_000;

    private final PomModels models;
    private final Wanted wanted;

    MavenBuild(PomModels models, Wanted wanted) {
        this.models = models;
        this.wanted = wanted;
    }

    private record Node(PomModel model, Set<String> exclusions, boolean isModule) {}

    /** Adds what a module depends on to what is wanted. */
    void add(PomModel module) {
        Set<String> seen = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>();
        open.add(new Node(module, Set.of(), true));
        while (!open.isEmpty() && seen.size() < MOST_NODES) {
            Node node = open.remove();
            for (Dependency each : node.model().dependencies()) {
                Dependency known = versioned(each, node, module);
                if (counts(known, node) && seen.add(known.managementKey())) {
                    take(known, node, open);
                }
            }
        }
    }

    private static Dependency versioned(Dependency each, Node node, PomModel module) {
        String key = each.managementKey();
        boolean missing = each.version().isEmpty();
        Optional<Dependency> managed = node.isModule() && !missing ? Optional.empty() : module.managed(key);
        if (managed.isEmpty() && missing) {
            managed = node.model().managed(key);
        }
        if (managed.isEmpty()) {
            return each;
        }
        Dependency by = managed.get();
        Set<String> exclusions = new HashSet<>(each.exclusions());
        exclusions.addAll(by.exclusions());
        return new Dependency(
                each.group(),
                each.artifact(),
                by.version(),
                each.type(),
                each.classifier(),
                each.scope().isEmpty() ? by.scope() : each.scope(),
                each.optional(),
                exclusions);
    }

    /** A module sees all that it names; of what libraries depend on only what they pass on. */
    private static boolean counts(Dependency each, Node node) {
        if (node.isModule()) {
            return !each.scope().equals("system") && !each.scope().equals("import");
        }
        boolean passedOn = each.scope().isEmpty() || each.scope().equals("compile");
        return passedOn
                && !each.optional()
                && !node.exclusions().contains(each.group() + ":" + each.artifact())
                && !node.exclusions().contains(each.group() + ":*")
                && !node.exclusions().contains("*:*")
                && !node.exclusions().contains("*:" + each.artifact());
    }

    private void take(Dependency each, Node node, Deque<Node> open) {
        if (wanted.isModule(each.group(), each.artifact())) {
            return;
        }
        String version = each.version().replaceAll("[\\[\\]]", "");
        Optional<Coordinates> coordinates = Coordinates.of(each.group(), each.artifact(), version);
        boolean hasJar = !each.type().equals("pom");
        if (coordinates.isEmpty()) {
            wanted.addUnresolved(each.group() + ":" + each.artifact());
            return;
        }
        if (hasJar) {
            wanted.add(coordinates.get(), each.type().equals("test-jar") ? "tests" : each.classifier());
        }
        Set<String> exclusions = new HashSet<>(node.exclusions());
        exclusions.addAll(each.exclusions());
        models.of(coordinates.get()).ifPresent(model -> open.add(new Node(model, exclusions, false)));
    }
}
