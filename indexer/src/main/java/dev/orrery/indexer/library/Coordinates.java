package dev.orrery.indexer.library;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a library is called. Every part is fit to be the name of a file: no separators, no dots alone.
 *
 * @param group one name, or several joined by dots
 */
record Coordinates(String group, String artifact, String version) {
    private static final int LONGEST = 200;
    private static final Pattern PART = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._+-]{1,200}");
    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_+-]{1,100}(?:\\.[A-Za-z0-9_+-]{1,100}){0,20}");

    /** Empty where a part is missing, was not resolved, or could lead out of a folder. */
    static Optional<Coordinates> of(String group, String artifact, String version) {
        boolean valid =
                group.length() <= LONGEST && GROUP.matcher(group).matches() && isName(artifact) && isName(version);
        return valid ? Optional.of(new Coordinates(group, artifact, version)) : Optional.empty();
    }

    static boolean isName(String part) {
        return PART.matcher(part).matches();
    }

    /** What stays the same from version to version. */
    String library() {
        return group + ":" + artifact;
    }

    /** The file's name, without what tells kinds apart. */
    String fileName() {
        return artifact + "-" + version;
    }

    /** The folder in a repository of Maven's layout. */
    Path inMaven(Path repository) {
        return repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version);
    }

    /** The folder in Gradle's cache. */
    Path inGradle(Path files) {
        return files.resolve(group).resolve(artifact).resolve(version);
    }

    @Override
    public String toString() {
        return library() + ":" + version;
    }
}
