package dev.orrery.indexer.library;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.library.LocalArtifacts.Places;
import dev.orrery.indexer.library.Wanted.Artifact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Finds the libraries of one repository. */
public final class LibraryFinder {
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_FILES = 2_000;
    private static final int MOST_PROBLEMS = 20;
    private static final Pattern BUILD_FILE = Pattern.compile(
            "pom\\.xml|build\\.gradle(?:\\.kts)?|gradle\\.properties|[a-z-]*gradle\\.lockfile|[a-zA-Z0-9_-]+\\.versions\\.toml");
    private static final Pattern IN_FOLDER = Pattern.compile("(?:^|.*/)libs?/(?:[^/]+/)?[^/]+\\.jar");
    /** Fixtures of tests, templates, and what was unpacked from jars. */
    private static final Pattern NOT_OF_THE_BUILD =
            Pattern.compile("(?:^|.*/)(?:META-INF|src/(?:main|test|it|integrationTest)|testdata|test-data)/.*");

    private final Path root;
    private final Evidence evidence = new Evidence();
    private final LocalArtifacts artifacts;
    private final List<UserMessage> problems = new ArrayList<>();
    private final PomModels models;

    private LibraryFinder(Path root, Places places) {
        this.root = root;
        artifacts = new LocalArtifacts(places, evidence);
        models = new PomModels(root, artifacts, evidence, this::problem);
    }

    /** Whether the file of that path says something about libraries. */
    public static boolean matters(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return BUILD_FILE.matcher(name).matches()
                        && !NOT_OF_THE_BUILD.matcher(path).matches()
                || path.endsWith(".jar") && IN_FOLDER.matcher(path).matches();
    }

    /**
     * Brings what is known up to date.
     *
     * @param root canonical
     * @param paths of the repository's files, those that do not {@link #matters matter} left out or not
     * @return {@code known} itself where nothing changed
     */
    public static Libraries find(Path root, Collection<String> paths, Libraries known) {
        List<String> buildFiles = buildFiles(paths);
        Libraries.Origin origin = known.origin();
        if (origin.buildFiles().equals(buildFiles)
                && origin.setting().equals(Places.setting())
                && origin.evidence().holds()) {
            return known;
        }
        Evidence evidence = new Evidence();
        return find(root, buildFiles, Places.current(evidence));
    }

    /** The same with other places than the usual ones. */
    static Libraries find(Path root, Collection<String> paths, Places places) {
        List<String> buildFiles = buildFiles(paths);
        return new LibraryFinder(root, places).find(buildFiles);
    }

    private static List<String> buildFiles(Collection<String> paths) {
        return paths.stream()
                .filter(LibraryFinder::matters)
                .sorted()
                .limit(MOST_FILES)
                .toList();
    }

    private void problem(UserMessage problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    private Libraries find(List<String> buildFiles) {
        Wanted wanted = maven(buildFiles);
        GradleBuild gradle = gradle(buildFiles);
        new MavenBuild(models, wanted).add(gradle.module(models, artifacts));
        Set<Path> jars = new LinkedHashSet<>();
        Set<String> missing = new TreeSet<>(wanted.unresolved());
        for (Artifact artifact : wanted.artifacts()) {
            artifacts
                    .jar(artifact.coordinates(), artifact.classifier())
                    .ifPresentOrElse(
                            jars::add, () -> missing.add(artifact.coordinates().toString()));
        }
        jars.addAll(ownJars(buildFiles));
        return new Libraries(
                List.copyOf(jars),
                List.copyOf(missing),
                List.copyOf(problems),
                new Libraries.Origin(buildFiles, Places.setting(), evidence));
    }

    private Wanted maven(List<String> buildFiles) {
        List<Path> poms = buildFiles.stream()
                .filter(path -> path.endsWith("pom.xml"))
                .map(root::resolve)
                .toList();
        Set<String> names = new HashSet<>();
        for (Path pom : poms) {
            models.of(pom).ifPresent(module -> names.add(module.group() + ":" + module.artifact()));
        }
        Wanted wanted = new Wanted(names);
        MavenBuild build = new MavenBuild(models, wanted);
        for (Path pom : poms) {
            models.of(pom).ifPresent(build::add); // one at a time: each remembers all versions that its parents manage
        }
        return wanted;
    }

    private GradleBuild gradle(List<String> buildFiles) {
        GradleBuild gradle = new GradleBuild();
        List<String> scripts = new ArrayList<>();
        for (String path : buildFiles) {
            if (path.endsWith(".properties")) {
                gradle.addProperties(text(path));
            } else if (path.endsWith(".toml")) {
                gradle.addCatalogue(VersionCatalogue.parse(text(path)));
            } else if (path.endsWith(".lockfile")) {
                gradle.addLocked(text(path));
            } else if (path.endsWith(".gradle") || path.endsWith(".kts")) {
                scripts.add(text(path));
            }
        }
        scripts.forEach(gradle::addVariables);
        scripts.forEach(gradle::addScript);
        return gradle;
    }

    private String text(String path) {
        try {
            return new String(evidence.read(root.resolve(path), MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException unusable) {
            problem(UserMessage.of("indexer.library.build", path, String.valueOf(unusable.getMessage())));
            return "";
        }
    }

    /** The jars in folders named {@code lib} and {@code libs} at the root and beside build files. */
    private List<Path> ownJars(List<String> buildFiles) {
        Set<Path> folders = new TreeSet<>(Set.of(root));
        buildFiles.forEach(path -> {
            Path parent = root.resolve(path).getParent();
            if (parent != null && !path.endsWith(".jar")) {
                folders.add(parent);
            }
        });
        List<Path> jars = new ArrayList<>();
        for (Path folder : folders) {
            for (String name : List.of("lib", "libs")) {
                for (Path entry : evidence.list(folder.resolve(name))) {
                    add(entry, jars);
                    evidence.list(entry).forEach(inner -> add(inner, jars));
                }
            }
        }
        return jars;
    }

    private void add(Path file, List<Path> jars) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean classes = name.endsWith(".jar") && !name.endsWith("-sources.jar") && !name.endsWith("-javadoc.jar");
        if (classes && jars.size() < MOST_FILES && evidence.isThere(file)) {
            jars.add(file);
        }
    }
}
