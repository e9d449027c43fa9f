package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.GraphDelta;
import dev.orrery.base.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BufferLayerTest {
    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void write() throws Exception {
        sandbox = new Sandbox(folder);
        sandbox.write("A.java", "class A { void one() {} }");
        sandbox.write("B.java", "class B { void other() { new A().one(); } }");
    }

    @Test
    void whatIsTypedShowsWithoutARefreshAndIsTakenBack() throws Exception {
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            Queue<GraphDelta> heard = new ConcurrentLinkedQueue<>();
            index.onChange(heard::add);
            Changed changed = new Changed(index);
            CodeGraph before = index.snapshot();
            index.edit(new Document("A.java", 1, "class A { void two() {} }"));
            assertTrue(changed.until(() -> names(index).contains("two")));
            assertFalse(names(index).contains("one"));
            assertEquals(List.of("A.java:1:16:class A { void two() {} }"), Sandbox.find(index, "two"));
            assertEquals(
                    List.of("B.java:1:34:class B { void other() { new A().one(); } }"), Sandbox.find(index, "one"));
            assertEquals("class A { void one() {} }", index.read("A.java"));
            assertEquals(
                    "A.two",
                    index.symbols()
                            .find("two", 5, Cancellation.NEVER)
                            .getFirst()
                            .key()
                            .qualifiedName());
            GraphDelta delta = heard.element();
            assertEquals(Set.of("A.java"), delta.files());
            assertEquals(before, delta.before());
            index.discard("A.java");
            assertTrue(changed.until(() -> names(index).contains("one")));
            assertEquals(List.of(), Sandbox.find(index, "two"));
            assertEquals(Sandbox.columns(before), Sandbox.columns(index.snapshot()));
        }
    }

    @Test
    void savingWhatWasTypedNeverShowsTheOldTextAgain() throws Exception {
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            Changed changed = new Changed(index);
            String typed = "class A { void two() {} }";
            index.edit(new Document("A.java", 1, typed));
            assertTrue(changed.until(() -> names(index).contains("two")));
            Queue<Set<String>> shown = new ConcurrentLinkedQueue<>();
            index.onChange(delta -> shown.add(names(index)));
            sandbox.write("A.java", typed);
            index.discard("A.java");
            assertTrue(changed.until(() -> !shown.isEmpty()));
            Sandbox.refresh(index);
            assertTrue(shown.stream().allMatch(names -> names.contains("two")), shown::toString);
        }
    }

    @Test
    void whatIsTypedBeforeTheFirstRefreshShowsWithIt() throws Exception {
        try (CodeIndex index = sandbox.open()) {
            index.edit(new Document("new/C.java", 1, "class C { void three() {} }"));
            Sandbox.refresh(index);
            assertTrue(names(index).containsAll(Set.of("one", "other", "three")));
        }
    }

    @Test
    void meaningLearnsFromFilesAndReadsBuffers() throws Exception {
        sandbox.write("C.java", "class C {\n  /** Parses dates. */\n  void parseDate() { calendar(); }\n}");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            index.edit(new Document("C.java", 1, "class C {\n\n\n  void openSocket() { network(); }\n}"));
            Sandbox.refresh(index);
            index.refreshMeaning(Progress.SILENT, Cancellation.NEVER);
            assertEquals(
                    "C.openSocket",
                    index.meaning()
                            .find("open socket", 1, Cancellation.NEVER)
                            .getFirst()
                            .key()
                            .qualifiedName());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../A.java", "/A.java", "a/../A.java", "./A.java"})
    void aPathThatTheGraphWouldNotWriteIsRefused(String path) throws Exception {
        try (CodeIndex index = sandbox.open()) {
            assertThrows(IllegalArgumentException.class, () -> index.edit(new Document(path, 1, "")));
        }
    }

    @Test
    @Tag("slow")
    void anotherProcessSeesFilesAloneAndItsOwnBuffersInTextSearch() throws Exception {
        try (OtherProcess owner = new OtherProcess(sandbox)) {
            int symbols = Integer.parseInt(owner.ask("refresh"));
            assertEquals("edited", owner.ask("edit"));
            try (CodeIndex attached = sandbox.open()) {
                Changed changed = new Changed(attached);
                sandbox.write("D.java", "class D {}");
                Sandbox.refresh(attached);
                assertEquals(List.of(), Sandbox.find(attached, "typedElsewhere"));
                assertFalse(names(attached).contains("typedElsewhere"));
                assertTrue(Integer.parseInt(owner.ask("symbols")) > symbols + 1);
                attached.edit(new Document("B.java", 1, "class B { void here() {} }"));
                assertTrue(changed.until(() -> Sandbox.find(attached, "here").size() == 1));
                attached.discard("B.java");
                assertTrue(changed.until(() -> Sandbox.find(attached, "here").isEmpty()));
            }
            owner.kill();
            Files.delete(sandbox.root.resolve("D.java"));
            try (CodeIndex next = sandbox.open()) {
                assertFalse(names(next).contains("typedElsewhere"));
                assertEquals(symbols, Sandbox.refresh(next).symbols());
            }
        }
    }

    private static Set<String> names(CodeIndex index) {
        CodeGraph graph = index.snapshot();
        Set<String> names = new java.util.HashSet<>();
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            names.add(graph.name(symbol));
        }
        return names;
    }
}
