package dev.orrery.indexer.library;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The libraries that builds downloaded to this machine: Maven's local repository and Gradle's cache. Reads only. */
final class LocalArtifacts {
    private final Places places;
    private final Evidence evidence;

    /**
     * Where builds keep what they download. Neither needs to be there.
     *
     * @param maven the local repository
     * @param gradle the folder {@code files-2.1} of the cache
     */
    public record Places(Path maven, Path gradle) {
        private static final int MOST_BYTES = 1 << 20;

        /** What decides about the usual places, beside files. */
        static String setting() {
            return String.join(
                    "\n",
                    System.getProperty("user.home", ""),
                    System.getProperty("maven.repo.local", ""),
                    String.valueOf(System.getenv("GRADLE_USER_HOME")));
        }

        /** The usual places, or those that Maven's settings, {@code maven.repo.local} or {@code GRADLE_USER_HOME} name. */
        static Places current(Evidence evidence) {
            Path home = Path.of(System.getProperty("user.home", ".")).toAbsolutePath();
            String set = System.getProperty("maven.repo.local");
            String gradle = System.getenv("GRADLE_USER_HOME");
            Path gradleHome = gradle == null || gradle.isBlank() ? home.resolve(".gradle") : Path.of(gradle);
            return new Places(
                    set == null || set.isBlank() ? maven(home, evidence) : Path.of(set),
                    gradleHome.resolve("caches").resolve("modules-2").resolve("files-2.1"));
        }

        static Path maven(Path home, Evidence evidence) {
            Path settings = home.resolve(".m2").resolve("settings.xml");
            Path usual = home.resolve(".m2").resolve("repository");
            if (!evidence.isThere(settings)) {
                return usual;
            }
            try {
                String named = XmlElement.parse(evidence.read(settings, MOST_BYTES))
                        .child("settings")
                        .map(all -> all.text("localRepository"))
                        .orElse("")
                        .replace("${user.home}", home.toString());
                return named.isEmpty() || named.contains("${") ? usual : Path.of(named);
            } catch (IOException | java.nio.file.InvalidPathException unusable) {
                return usual;
            }
        }
    }

    LocalArtifacts(Places places, Evidence evidence) {
        this.places = places;
        this.evidence = evidence;
    }

    Optional<Path> pom(Coordinates coordinates) {
        return file(coordinates, coordinates.fileName() + ".pom");
    }

    /** @param classifier empty for the main jar */
    Optional<Path> jar(Coordinates coordinates, String classifier) {
        String suffix = classifier.isEmpty() ? ".jar" : "-" + classifier + ".jar";
        return file(coordinates, coordinates.fileName() + suffix);
    }

    private Optional<Path> file(Coordinates coordinates, String name) {
        Path inMaven = coordinates.inMaven(places.maven()).resolve(name);
        if (evidence.isThere(inMaven)) {
            return Optional.of(inMaven);
        }
        for (Path hash : evidence.list(coordinates.inGradle(places.gradle()))) {
            Path inGradle = hash.resolve(name);
            if (evidence.isThere(inGradle)) {
                return Optional.of(inGradle);
            }
        }
        return Optional.empty();
    }

    /** The highest version of a library in Gradle's cache, for builds that say the version where only Gradle can read it. */
    @Nullable
    String newestInGradle(String group, String artifact) {
        if (Coordinates.of(group, artifact, "any").isEmpty()) {
            return null;
        }
        List<Path> versions = evidence.list(places.gradle().resolve(group).resolve(artifact));
        return versions.stream()
                .map(folder -> folder.getFileName().toString())
                .filter(Coordinates::isName)
                .max(Versions.ORDER)
                .orElse(null);
    }
}
