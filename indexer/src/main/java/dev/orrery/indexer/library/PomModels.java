package dev.orrery.indexer.library;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads poms, each once, and puts them together with their parents. */
final class PomModels {
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_PARENTS = 20;
    private static final int MOST_LIBRARIES = 20_000;

    private final Path root;
    private final LocalArtifacts artifacts;
    private final Evidence evidence;
    private final Consumer<UserMessage> problems;
    private final Map<Path, Optional<Pom>> read = new HashMap<>();
    private final Map<Coordinates, Optional<PomModel>> models = new HashMap<>();

    /** @param problems hears of poms that cannot be read */
    PomModels(Path root, LocalArtifacts artifacts, Evidence evidence, Consumer<UserMessage> problems) {
        this.root = root;
        this.artifacts = artifacts;
        this.evidence = evidence;
        this.problems = problems;
    }

    /** The pom of a library; empty where it is not on this machine, and for all beyond a number that no build comes near. */
    Optional<PomModel> of(Coordinates coordinates) {
        Optional<PomModel> known = models.get(coordinates);
        if (known == null && models.size() < MOST_LIBRARIES) {
            known = artifacts.pom(coordinates).flatMap(this::of);
            models.put(coordinates, known);
        }
        return known == null ? Optional.empty() : known;
    }

    /** The pom in a file; empty where it cannot be read. */
    Optional<PomModel> of(Path file) {
        List<Pom> chain = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        Path at = file;
        while (at != null && seen.add(at) && chain.size() < MOST_PARENTS) {
            Optional<Pom> pom = read(at);
            pom.ifPresent(chain::add);
            at = pom.isPresent() ? parent(at, pom.get()) : null;
        }
        return chain.isEmpty() ? Optional.empty() : Optional.of(new PomModel(chain, this));
    }

    private Optional<Pom> read(Path file) {
        Optional<Pom> known = read.get(file);
        if (known == null) {
            known = Optional.empty();
            try {
                known = Optional.of(Pom.parse(evidence.read(file, MOST_BYTES)));
            } catch (IOException unusable) {
                problems.accept(UserMessage.of("indexer.library.pom", file, String.valueOf(unusable.getMessage())));
            }
            read.put(file, known);
        }
        return known;
    }

    /** The file of a pom's parent: in the repository where it stands there and is the one that is meant, else on this machine. */
    private @Nullable Path parent(Path file, Pom pom) {
        Pom.Parent wanted = pom.parent();
        if (wanted == null) {
            return null;
        }
        if (file.startsWith(root) && !wanted.relativePath().isEmpty()) {
            Path near = inside(file, wanted.relativePath());
            if (near != null && isMeant(wanted, read(near))) {
                return near;
            }
        }
        return Coordinates.of(wanted.group(), wanted.artifact(), wanted.version())
                .flatMap(artifacts::pom)
                .orElse(null);
    }

    private @Nullable Path inside(Path file, String relative) {
        try {
            Path near = file.resolveSibling(relative).normalize();
            Path pom = near.endsWith("pom.xml") || relative.endsWith(".xml") ? near : near.resolve("pom.xml");
            return pom.startsWith(root) && evidence.isThere(pom) ? pom : null;
        } catch (java.nio.file.InvalidPathException noPath) {
            return null;
        }
    }

    private static boolean isMeant(Pom.Parent wanted, Optional<Pom> found) {
        return found.filter(pom -> pom.artifact().equals(wanted.artifact())).isPresent();
    }
}
