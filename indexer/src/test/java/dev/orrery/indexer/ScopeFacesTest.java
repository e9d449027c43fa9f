package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.ScopeName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeFacesTest {
    private static final String USE = "package a; class Use { void m(Shape s) { s.";

    @TempDir
    Path folder;

    @Test
    void ownerAndAttachedKnowTheSameNamesAfterAReopening() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("a/Shape.java", "package a; public class Shape { int sides() { return 4; } }");
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
        }
        try (CodeIndex owner = sandbox.open();
                CodeIndex attached = sandbox.open()) {
            Sandbox.refresh(owner);
            Sandbox.refresh(attached);
            for (CodeIndex index : List.of(owner, attached)) {
                index.scope().warm(Cancellation.NEVER);
                Scope scope = at(index);
                assertTrue(names(scope).contains("sides"), "" + names(scope));
                assertEquals("Shape", scope.receiver());
                assertTrue(scope.isComplete());
            }
            sandbox.write("a/Shape.java", "package a; public class Shape { long area() { return 4; } }");
            Sandbox.refresh(attached);
            for (CodeIndex index : List.of(owner, attached)) {
                assertTrue(names(at(index)).contains("area"), "" + names(at(index)));
                assertFalse(names(at(index)).contains("sides"));
            }
        }
    }

    private static Scope at(CodeIndex index) {
        return index.scope().at(new Document("a/Use.java", 1, USE), USE.length(), Cancellation.NEVER);
    }

    private static List<String> names(Scope scope) {
        return scope.names().stream().map(ScopeName::name).toList();
    }
}
