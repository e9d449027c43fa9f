package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.indexer.library.CompiledJar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with a pom, a local Maven repository, and graphs that follow both. */
class LibrariesTest {
    private static final String POM = """
        <project><artifactId>own</artifactId><dependencies>
          <dependency><groupId>g</groupId><artifactId>lib</artifactId><version>%s</version></dependency>
        </dependencies></project>
        """;

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private String before;

    @BeforeEach
    void makeRepository() throws Exception {
        before = System.getProperty("maven.repo.local", "");
        System.setProperty("maven.repo.local", folder.resolve("m2").toString());
        sandbox = new Sandbox(folder);
        sandbox.write("pom.xml", POM.formatted("1"));
        sandbox.write("A.java", """
            class A { void a() {} void a(int i) {} void f(lib.Box<A> box) { box.get().a(); } }
            """);
        jar("2");
    }

    @AfterEach
    void restore() {
        if (before.isEmpty()) {
            System.clearProperty("maven.repo.local");
        } else {
            System.setProperty("maven.repo.local", before);
        }
    }

    private void jar(String version) throws Exception {
        CompiledJar.of(
                folder.resolve("m2/g/lib/" + version + "/lib-" + version + ".jar"),
                Map.of("lib/Box.java", "package lib; public class Box<T> { public T get() { return null; } }"));
    }

    private static String call(CodeGraph graph, int call) {
        return graph.resolution(call)
                + (graph.callee(call) < 0
                        ? " " + graph.calleeName(call)
                        : " " + graph.qualifiedName(graph.callee(call)));
    }

    private String second(CodeIndex index) {
        return call(index.snapshot(), 1);
    }

    @Test
    void aJarThatAppearsLinksTheGraphAnewAndOneThatGoesToo() throws Exception {
        try (CodeIndex index = sandbox.open()) {
            IndexReport report = Sandbox.refresh(index);
            assertEquals(0, report.libraries());
            assertEquals(List.of("g:lib:1"), report.librariesMissing());
            assertEquals("EXTERNAL a", second(index));
        }
        jar("1");
        try (CodeIndex index = sandbox.open()) {
            IndexReport report = Sandbox.refresh(index);
            assertEquals(1, report.libraries());
            assertEquals(List.of(), report.librariesMissing());
            assertEquals(0, report.parsed());
            assertEquals("EXACT A.a()", second(index));
        }
        try (CodeIndex index = sandbox.open()) {
            assertEquals("EXACT A.a()", second(index));
            long generation = index.snapshot().generation();
            assertEquals(1, Sandbox.refresh(index).libraries());
            assertEquals(generation, index.snapshot().generation());
            Files.delete(folder.resolve("m2/g/lib/1/lib-1.jar"));
            Sandbox.refresh(index);
            assertEquals("EXTERNAL a", second(index));
        }
    }

    @Test
    void aChangedPomLinksTheGraphAnew() throws Exception {
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            sandbox.write("pom.xml", POM.formatted("2"));
            assertEquals(1, Sandbox.refresh(index).libraries());
            assertEquals("EXACT A.a()", second(index));
            sandbox.write("pom.xml", "<project>");
            assertEquals(0, Sandbox.refresh(index).libraries());
            assertEquals("EXTERNAL a", second(index));
            assertEquals("indexer.library.pom", index.problems().getFirst().key());
        }
    }

    @Test
    void aDamagedJarIsAProblemThatIsKeptAndTheRestIsLinked() throws Exception {
        Files.write(folder.resolve("m2/g/lib/2/lib-2.jar"), new byte[100]);
        sandbox.write("pom.xml", POM.formatted("2"));
        for (int open = 0; open < 2; open++) {
            try (CodeIndex index = sandbox.open()) {
                Sandbox.refresh(index);
                assertEquals("EXTERNAL a", second(index));
                assertEquals("indexer.library.jar", index.problems().getFirst().key());
            }
        }
    }

    @Test
    void aFollowedRepositoryTakesANewPomOver() throws Exception {
        try (CodeIndex index = sandbox.open()) {
            Changed changed = new Changed(index);
            index.watch();
            assertTrue(changed.until(
                    () -> index.snapshot().callCount() == 2 && second(index).equals("EXTERNAL a")));
            sandbox.write("pom.xml", POM.formatted("2"));
            assertTrue(changed.until(() -> second(index).equals("EXACT A.a()")));
        }
    }
}
