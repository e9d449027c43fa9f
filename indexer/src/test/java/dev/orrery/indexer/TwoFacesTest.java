package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.GraphDelta;
import dev.orrery.api.OrreryException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class TwoFacesTest {
    @TempDir
    Path folder;

    @Test
    void anAttachedProcessSeesWhatTheOwnerIndexed() throws Exception {
        Sandbox sandbox = sandbox();
        try (CodeIndex owner = sandbox.open();
                OtherProcess other = new OtherProcess(sandbox)) {
            int symbols = Sandbox.refresh(owner).symbols();
            assertEquals(Integer.toString(symbols), other.ask("refresh"));
            assertEquals(Integer.toString(symbols), other.ask("symbols"));
            sandbox.write("B.java", "class B { void more() {} }");
            int grown = Integer.parseInt(other.ask("refresh"));
            assertTrue(grown > symbols, "a refresh through the owner sees the newest files");
            assertEquals(grown, owner.snapshot().symbolCount());
        }
    }

    @Test
    void anAttachedProcessFollowsWhatTheOwnerPublishes() throws Exception {
        Sandbox sandbox = sandbox();
        try (OtherProcess other = new OtherProcess(sandbox)) {
            other.ask("refresh");
            try (CodeIndex attached = sandbox.open()) {
                Changed changed = new Changed(attached);
                AtomicReference<GraphDelta> heard = new AtomicReference<>();
                attached.watch();
                assertTrue(changed.until(() -> attached.snapshot().symbolCount() > 0));
                attached.onChange(heard::set);
                sandbox.write("B.java", "class B { void more() {} }");
                assertTrue(changed.until(() -> attached.snapshot().findFile("B.java") >= 0));
                assertTrue(changed.until(() -> heard.get() != null));
                assertTrue(heard.get().files().contains("B.java"));
            }
        }
    }

    @Test
    void whenTheOwnerIsKilledAnAttachedProcessTakesOver() throws Exception {
        Sandbox sandbox = sandbox();
        OtherProcess owner = new OtherProcess(sandbox);
        owner.ask("refresh");
        try (CodeIndex attached = sandbox.open()) {
            Changed changed = new Changed(attached);
            attached.watch();
            assertTrue(changed.until(() -> attached.snapshot().symbolCount() > 0));
            owner.kill();
            sandbox.write("C.java", "class C { void afterwards() {} }");
            assertTrue(changed.until(() -> attached.snapshot().findFile("C.java") >= 0), "watching goes on");
            sandbox.write("D.java", "class D { }");
            Sandbox.refresh(attached);
            assertTrue(attached.snapshot().findFile("D.java") >= 0);
            try (OtherProcess third = new OtherProcess(sandbox)) {
                assertEquals(Integer.toString(attached.snapshot().symbolCount()), third.ask("refresh"));
            }
        }
    }

    @Test
    void refreshSurvivesAnOwnerThatDiesInBetween() throws Exception {
        Sandbox sandbox = sandbox();
        OtherProcess owner = new OtherProcess(sandbox);
        owner.ask("refresh");
        try (CodeIndex attached = sandbox.open()) {
            Sandbox.refresh(attached);
            owner.kill();
            sandbox.write("C.java", "class C { }");
            Sandbox.refresh(attached);
            assertTrue(attached.snapshot().findFile("C.java") >= 0);
        }
    }

    @Test
    void anIndexInUseIsNotDiscarded() throws Exception {
        Sandbox sandbox = sandbox();
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            OrreryException refused =
                    assertThrows(OrreryException.class, () -> CodeIndexes.discard(sandbox.root, sandbox.folders));
            assertEquals("indexer.discard.inuse", refused.userMessage().key());
        }
        CodeIndexes.discard(sandbox.root, sandbox.folders);
    }

    @Test
    void aLongCachePathStillHasASocketThatOnlyItsUserMayOpen() throws Exception {
        Sandbox sandbox = new Sandbox(folder, "long/" + "very-long-name-".repeat(12));
        sandbox.write("A.java", "class A { void one() {} }");
        try (CodeIndex owner = sandbox.open();
                OtherProcess other = new OtherProcess(sandbox)) {
            int symbols = Sandbox.refresh(owner).symbols();
            assertEquals(Integer.toString(symbols), other.ask("refresh"));
            Path endpoint;
            try (var files = Files.walk(sandbox.folders.cache())) {
                endpoint = files.filter(file -> file.endsWith("endpoint"))
                        .findFirst()
                        .orElseThrow();
            }
            Path socket = Path.of(Files.readString(endpoint));
            assertTrue(socket.toString().length() < 104);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())));
        }
    }

    private Sandbox sandbox() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        sandbox.write("A.java", "class A { void one() { two(); } void two() {} }");
        return sandbox;
    }
}
