package dev.orrery.indexer.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.SymbolKey;
import dev.orrery.indexer.parse.KeptFacts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeltasTest {
    private static final Map<String, String> FILES = Map.of(
            "A.java", "package p; class A { void f() { new B().g(); } void same() {} }",
            "B.java", "package p; class B { void g() {} void h() {} }");

    private static GraphDelta after(String path, String source) throws Exception {
        Linker linker = new Linker(1);
        CodeGraph before = linker.update(KeptFacts.of(JavaSources.facts(FILES)), List.of(), Cancellation.NEVER);
        CodeGraph after =
                linker.update(KeptFacts.of(Map.of(path, JavaSources.facts(source))), List.of(), Cancellation.NEVER);
        return Deltas.between(before, after, Set.of(path), linker.relinked());
    }

    private static Set<String> names(Set<SymbolKey> keys) {
        return keys.stream().map(SymbolKey::qualifiedName).collect(Collectors.toSet());
    }

    @Test
    void nothingDiffersWhenAFileIsParsedAgain() throws Exception {
        GraphDelta delta = after("A.java", FILES.get("A.java"));
        assertTrue(delta.added().isEmpty()
                && delta.removed().isEmpty()
                && delta.changed().isEmpty());
    }

    @Test
    void renamedMethodIsRemovedAndAddedAndItsCallerChanges() throws Exception {
        GraphDelta delta = after("B.java", "package p; class B { void k() {} void h() {} }");
        assertEquals(Set.of("p.B.k"), names(delta.added()));
        assertEquals(Set.of("p.B.g"), names(delta.removed()));
        assertEquals(Set.of("p.A.f"), names(delta.changed()));
    }

    @Test
    void movedMethodChangesButItsCallerInAnotherFileDoesNot() throws Exception {
        GraphDelta delta = after("B.java", "package p; class B {\n void g() {} void h() {} }");
        assertTrue(names(delta.changed()).contains("p.B.g"));
        assertTrue(!names(delta.changed()).contains("p.A.f"));
    }

    @Test
    void fromNothingEverySymbolIsAdded() throws Exception {
        CodeGraph after = new Linker(1).update(KeptFacts.of(JavaSources.facts(FILES)), List.of(), Cancellation.NEVER);
        GraphDelta delta = Deltas.between(CodeGraph.empty(), after);
        assertEquals(after.symbolCount(), delta.added().size());
        assertEquals(Set.copyOf(delta.added()), delta.added(), "every key is found again");
        assertTrue(names(delta.added()).containsAll(Set.of("p.A", "p.A.f", "p.A.same", "p.B.g", "p.B.h")));
        assertTrue(delta.removed().isEmpty() && delta.changed().isEmpty());
    }

    @Test
    void removedFileTakesItsSymbolsAlong() throws Exception {
        Linker linker = new Linker(1);
        CodeGraph before = linker.update(KeptFacts.of(JavaSources.facts(FILES)), List.of(), Cancellation.NEVER);
        CodeGraph after = linker.update(Map.of(), List.of("B.java"), Cancellation.NEVER);
        GraphDelta delta = Deltas.between(before, after, Set.of("B.java"), linker.relinked());
        assertEquals(Set.of("p.B", "p.B.g", "p.B.h", "p.B.B"), names(delta.removed()));
        assertEquals(Set.of("p.A.f"), names(delta.changed()));
    }
}
