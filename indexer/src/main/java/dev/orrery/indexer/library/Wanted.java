package dev.orrery.indexer.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The libraries that a build declares, in the order of its class path, each in one version: the highest that is asked for. */
final class Wanted {
    private static final int MOST = 5_000;
    private static final int LONGEST = 400;

    private final Set<String> modules;
    private final Map<String, Artifact> artifacts = new LinkedHashMap<>();
    private final Set<String> unresolved = new TreeSet<>();

    /** @param classifier empty for the main jar */
    record Artifact(Coordinates coordinates, String classifier) {}

    /** @param modules {@code group:artifact} of what the repository itself builds */
    Wanted(Set<String> modules) {
        this.modules = modules;
    }

    boolean isModule(String group, String artifact) {
        return modules.contains(group + ":" + artifact);
    }

    void add(Coordinates coordinates, String classifier) {
        if (!classifier.isEmpty() && !Coordinates.isName(classifier)) {
            addUnresolved(coordinates.library());
        } else if (artifacts.size() < MOST) {
            artifacts.merge(
                    coordinates.library() + ":" + classifier,
                    new Artifact(coordinates, classifier),
                    (old, other) -> Versions.ORDER.compare(
                                            old.coordinates().version(),
                                            other.coordinates().version())
                                    >= 0
                            ? old
                            : other);
        }
    }

    /** A library of which nothing says the version, or says it in a way that is not understood. */
    void addUnresolved(String library) {
        if (unresolved.size() < MOST && library.length() <= LONGEST) {
            unresolved.add(library);
        }
    }

    Iterable<Artifact> artifacts() {
        return artifacts.values();
    }

    /** Those without a version that nobody else knows. */
    Set<String> unresolved() {
        Set<String> left = new TreeSet<>(unresolved);
        artifacts
                .values()
                .forEach(artifact -> left.remove(artifact.coordinates().library()));
        return left;
    }
}
