package dev.orrery.indexer.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.indexer.library.LocalArtifacts.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found of what builds declare, and that hostile build files lead nowhere. Jars are empty files here. */
class LibraryFinderTest {
    @TempDir
    Path folder;

    private Path root;
    private Places places;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = folder.toRealPath();
        root = Files.createDirectories(folder.resolve("repository"));
        places = new Places(folder.resolve("m2"), folder.resolve("gradle"));
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private void pom(String path, String inside) throws IOException {
        write(root.resolve(path), "<project>" + inside + "</project>");
    }

    /** A library in the local Maven repository. */
    private void library(String group, String artifact, String version, String inside) throws IOException {
        Path at = new Coordinates(group, artifact, version).inMaven(places.maven());
        String names = "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
                .formatted(group, artifact, version);
        write(at.resolve(artifact + "-" + version + ".pom"), "<project>" + names + inside + "</project>");
        write(at.resolve(artifact + "-" + version + ".jar"), "");
    }

    private static String dependency(String group, String artifact, String version, String more) {
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
                .formatted(group, artifact, version.isEmpty() ? "" : "<version>" + version + "</version>", more);
    }

    private static String dependencies(String... all) {
        return "<dependencies>" + String.join("", all) + "</dependencies>";
    }

    private Libraries find() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            List<String> paths = files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
            return LibraryFinder.find(root, paths, places);
        }
    }

    private String jars() throws IOException {
        return String.join(
                " ",
                find().jars().stream()
                        .map(jar -> jar.getFileName().toString().replace(".jar", ""))
                        .toList());
    }

    @Test
    void followsWhatDependenciesPassOn() throws IOException {
        library(
                "g",
                "a",
                "1",
                dependencies(dependency("g", "b", "1", ""), dependency("g", "t", "1", "<scope>test</scope>")));
        library(
                "g",
                "b",
                "1",
                dependencies(dependency("g", "c", "1", ""), dependency("g", "o", "1", "<optional>true</optional>")));
        library("g", "c", "1", "");
        library("g", "t", "1", "");
        library("g", "o", "1", "");
        library("g", "x", "1", dependencies(dependency("g", "d", "1", "")));
        library("g", "d", "1", "");
        pom(
                "pom.xml",
                dependencies(
                        dependency("g", "a", "1", "<scope>test</scope>"),
                        dependency(
                                "g",
                                "x",
                                "1",
                                "<exclusions><exclusion><groupId>g</groupId><artifactId>*</artifactId></exclusion></exclusions>"),
                        dependency("g", "gone", "3", "")));

        assertEquals("a-1 x-1 b-1 c-1", jars());
        assertEquals(List.of("g:gone:3"), find().missing());
    }

    @Test
    void versionsComeFromParentsPropertiesAndImportedLists() throws IOException {
        library("g", "a", "2.5", "<build><Xlint:all/></build>");
        library("g", "b", "7", dependencies(dependency("g", "c", "1", "")));
        library("g", "c", "9", "");
        library(
                "g",
                "list",
                "1",
                "<properties><v>7</v></properties><dependencyManagement>"
                        + dependencies(dependency("g", "b", "${v}", ""), dependency("g", "c", "9", ""))
                        + "</dependencyManagement>");
        pom(
                "pom.xml",
                "<groupId>own</groupId><artifactId>all</artifactId><version>1</version>"
                        + "<properties><a.version>${major}.5</a.version><major>1</major></properties><dependencyManagement>"
                        + dependencies(
                                dependency("g", "a", "${a.version}", ""),
                                dependency("g", "list", "1", "<type>pom</type><scope>import</scope>"))
                        + "</dependencyManagement>");
        pom(
                "part/pom.xml",
                "<parent><groupId>own</groupId><artifactId>all</artifactId><version>1</version></parent>"
                        + "<artifactId>part</artifactId><properties><major>2</major></properties>"
                        + dependencies(dependency("g", "a", "", ""), dependency("g", "b", "", "")));
        pom(
                "other/pom.xml",
                "<parent><groupId>own</groupId><artifactId>all</artifactId><version>1</version></parent>"
                        + "<artifactId>other</artifactId>"
                        + dependencies(dependency("own", "part", "${project.version}", "")));

        assertEquals("a-2.5 b-7 c-9", jars());
        assertEquals(List.of(), find().missing());
    }

    @Test
    void theHighestVersionThatAModuleWantsIsTakenOnce() throws IOException {
        library("g", "a", "1.9", "");
        library("g", "a", "1.10", "");
        pom("x/pom.xml", "<artifactId>x</artifactId>" + dependencies(dependency("g", "a", "1.10", "")));
        pom("y/pom.xml", "<artifactId>y</artifactId>" + dependencies(dependency("g", "a", "1.9", "")));

        assertEquals("a-1.10", jars());
    }

    @Test
    void gradleFilesAreReadWhereTheyArePlain() throws IOException {
        for (String name : List.of("a/1", "b/2", "c/3", "d/4", "e/5", "f/6", "h/7")) {
            String artifact = name.substring(0, 1);
            String version = name.substring(2);
            Path at = places.gradle().resolve("org.g").resolve(artifact).resolve(version);
            write(at.resolve("0ff").resolve(artifact + "-" + version + ".jar"), "");
            write(
                    at.resolve("0aa").resolve(artifact + "-" + version + ".pom"),
                    "<project>" + (artifact.equals("a") ? dependencies(dependency("org.g", "h", "7", "")) : "")
                            + "</project>");
        }
        write(root.resolve("build.gradle"), """
            ext { bVersion = '2' }
            dependencies {
                implementation 'org.g:a:1' // not 'org.g:z:1'
                api "org.g:b:$bVersion"
                testImplementation group: 'org.g', name: 'c', version: '3'
                compileOnly("org.g:f")
            }
            """);
        write(root.resolve("gradle/libs.versions.toml"), """
            [versions]
            d = "4"
            [libraries]
            d-lib = { module = "org.g:d", version.ref = "d" }
            """);
        write(root.resolve("gradle.lockfile"), "org.g:e:5=compileClasspath\nempty=\n");

        assertEquals("e-5 d-4 a-1 b-2 c-3 f-6 h-7", jars());
    }

    @Test
    void ownJarsBesideBuildFilesAreTaken() throws IOException {
        write(root.resolve("lib/one.jar"), "");
        write(root.resolve("lib/one-sources.jar"), "");
        write(root.resolve("part/build.gradle"), "");
        write(root.resolve("part/libs/run/two.jar"), "");
        write(root.resolve("elsewhere/three.jar"), "");

        assertEquals("one two", jars());
    }

    @Test
    void onlyBuildFilesOfTheBuildMatter() {
        assertTrue(LibraryFinder.matters("part/pom.xml"));
        assertTrue(LibraryFinder.matters("part/libs/a.jar"));
        assertFalse(LibraryFinder.matters("part/src/test/resources/pom.xml"));
        assertFalse(LibraryFinder.matters("META-INF/maven/g/a/pom.xml"));
        assertFalse(LibraryFinder.matters("part/Pom.java"));
    }

    @Test
    void theAnswerHoldsUntilSomethingThatWasAskedForChanges() throws IOException {
        pom("pom.xml", dependencies(dependency("g", "a", "1", "")));
        Libraries before = find();
        assertTrue(before.origin().evidence().holds());
        assertEquals("", before.key());

        library("g", "a", "1", "");
        assertFalse(before.origin().evidence().holds());
        assertNotEquals("", find().key());
    }

    @Test
    void namesThatWouldLeadElsewhereLeadNowhere() throws IOException {
        write(folder.resolve("secret/1/secret-1.jar"), "");
        for (String bad : List.of(
                "..", "../../secret", "a/b", "a\\b", "/etc", ".", "", "a..b", "${x}", "\u0000", "x".repeat(500))) {
            pom(
                    "pom.xml",
                    dependencies(
                            dependency(bad, "secret", "1", ""),
                            dependency("g", bad, "1", ""),
                            dependency("g", "a", bad + "/..", "")));
            Libraries found = find();
            assertEquals(List.of(), found.jars(), bad);
            for (Path asked : found.origin().evidence().seen().keySet()) {
                assertTrue(
                        asked.startsWith(root) || asked.startsWith(places.maven()) || asked.startsWith(places.gradle()),
                        asked.toString());
            }
        }
        write(folder.resolve("outside.xml"), "<project>" + dependencies(dependency("g", "a", "1", "")) + "</project>");
        library("g", "a", "1", "");
        pom(
                "pom.xml",
                "<parent><groupId>g</groupId><artifactId/><version>1</version><relativePath>../outside.xml</relativePath></parent>");
        assertEquals("", jars());
    }

    @Test
    void entitiesAreNotResolved() throws IOException {
        write(folder.resolve("secret.txt"), "g");
        write(root.resolve("pom.xml"), """
            <?xml version="1.0"?>
            <!DOCTYPE project [<!ENTITY s SYSTEM "%s"> <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;">]>
            <project><dependencies><dependency><groupId>&s;&b;</groupId></dependency></dependencies></project>
            """.formatted(
                        folder.resolve("secret.txt").toUri()));

        Libraries found = find();
        assertEquals(List.of(), found.jars());
        assertEquals("indexer.library.pom", found.problems().getFirst().key());
    }

    @Test
    void whatIsDamagedHugeOrDeepIsAProblemAndNothingMore() throws IOException {
        pom("a/pom.xml", "<parent>");
        pom("b/pom.xml", "<x>".repeat(10_000) + "</x>".repeat(10_000));
        pom("c/pom.xml", "<!-- " + "x".repeat(5 << 20) + " -->");
        write(root.resolve("d/pom.xml"), "");
        write(root.resolve("build.gradle"), "x".repeat(2 << 20));

        assertEquals(5, find().problems().size());
    }

    @Test
    void whatRefersToItselfEnds() throws IOException {
        String self = "<parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent>";
        String imports = "<dependencyManagement>"
                + dependencies(dependency("g", "q", "1", "<type>pom</type><scope>import</scope>"))
                + "</dependencyManagement>";
        String back = "<dependencyManagement>"
                + dependencies(dependency("g", "p", "1", "<type>pom</type><scope>import</scope>"))
                + "</dependencyManagement>";
        library("g", "p", "1", self + imports + dependencies(dependency("g", "q", "1", "")));
        library("g", "q", "1", self + back + dependencies(dependency("g", "p", "1", "")));
        pom(
                "pom.xml",
                "<properties><a>${b}${b}</a><b>${a}${a}</b></properties>" + self
                        + dependencies(
                                dependency("g", "q", "1", ""),
                                dependency("g", "${a}", "", ""),
                                dependency("h", "i", "", "")));

        assertEquals("q-1 p-1", jars());
    }

    @Test
    void settingsNameTheLocalRepository() throws IOException {
        assertEquals(folder.resolve(".m2/repository"), Places.maven(folder, new Evidence()));
        write(
                folder.resolve(".m2/settings.xml"),
                "<settings><localRepository>${user.home}/jars</localRepository></settings>");
        assertEquals(folder.resolve("jars"), Places.maven(folder, new Evidence()));
        write(folder.resolve(".m2/settings.xml"), "<settings>");
        assertEquals(folder.resolve(".m2/repository"), Places.maven(folder, new Evidence()));
    }

    @Test
    void versionsAreOrderedAsPeopleDo() {
        List<String> ordered = List.of("1.0-alpha-1", "1.0-rc1", "1.0", "1.0.1", "1.2", "1.10", "2.0-SNAPSHOT", "2.0");
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertEquals(
                        Integer.signum(Integer.compare(i, j)),
                        Integer.signum(Versions.ORDER.compare(ordered.get(i), ordered.get(j))),
                        ordered.get(i) + " " + ordered.get(j));
            }
        }
    }
}
