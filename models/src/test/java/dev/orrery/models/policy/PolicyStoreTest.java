package dev.orrery.models.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ModelTask;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyStoreTest {
    @TempDir
    Path folder;

    private final List<UserMessage> troubles = Collections.synchronizedList(new ArrayList<>());

    private PolicyStore store() {
        return new PolicyStore(folder.resolve("policy.json"), troubles::add);
    }

    @Test
    void withoutAFileEverythingStaysHere() {
        assertEquals(Policy.STRICT, store().current());
        assertEquals(Privacy.LOCAL_ONLY, store().current().of("/anything").privacy());
        assertEquals(List.of(), troubles);
    }

    @Test
    void whatWasWrittenIsRead() throws Exception {
        Policy policy = Policy.STRICT
                .with(new Allowance(OptionalLong.empty(), OptionalLong.of(7_000_000), 50))
                .with(Policy.Departures.COUNTED)
                .with("/work", rules -> rules.withPrivacy(Privacy.ASK)
                        .withExcluded(List.of("*.pem", "/secret/"))
                        .granting(new Scope(ModelTask.CHAT, "a/b", "src"))
                        .assigning(ModelTask.COMPLETION, List.of("x", "y")));
        assertEquals(policy, store().change(before -> policy));
        assertEquals(policy, store().current());
    }

    @Test
    void whatAnotherProcessMadeStricterHoldsAtOnce() throws Exception {
        PolicyStore mine = store();
        PolicyStore other = store();
        mine.change(policy -> policy.with("/w", rules -> rules.withPrivacy(Privacy.ALLOWED)));
        assertEquals(Privacy.ALLOWED, other.current().of("/w").privacy());
        mine.change(policy -> policy.with("/w", rules -> rules.withPrivacy(Privacy.LOCAL_ONLY)));
        assertEquals(Privacy.LOCAL_ONLY, other.current().of("/w").privacy());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"version\":1}",
                "{\"version\":\"1\"}",
                "{\"version\":1,\"workspaces\":{\"/w\":{\"privacy\":\"everything\",\"excluded\":[],\"scopes\":[],\"assignments\":{}}},"
                        + "\"allowance\":{\"dayMicroDollars\":1,\"monthMicroDollars\":1,\"warnPercent\":80},\"departures\":\"kept\"}",
                "{\"version\":1,\"workspaces\":{\"/w\":{\"privacy\":\"allowed\",\"scopes\":[],\"assignments\":{}}},"
                        + "\"allowance\":{\"dayMicroDollars\":1,\"monthMicroDollars\":1,\"warnPercent\":80},\"departures\":\"kept\"}",
                "{\"version\":1,\"workspaces\":{},\"allowance\":{\"dayMicroDollars\":-1,\"monthMicroDollars\":1,\"warnPercent\":80},"
                        + "\"departures\":\"kept\"}"
            })
    void aDamagedFileIsSetAsideAndTheStrictestRulesHold(String content) throws IOException {
        Path file = folder.resolve("policy.json");
        Files.writeString(file, content);
        assertEquals(Policy.STRICT, store().current());
        assertEquals("models.policy.damaged", troubles.getFirst().key());
        assertFalse(Files.exists(file));
        assertEquals(content, Files.readString(folder.resolve("policy.json.damaged-1")));
    }

    @Test
    void aFileOfAnotherVersionIsNotCalledDamaged() throws IOException {
        Files.writeString(folder.resolve("policy.json"), "{\"version\":2,\"rules\":[]}");
        assertEquals(Policy.STRICT, store().current());
        assertEquals("models.policy.otherversion", troubles.getFirst().key());
    }

    @Test
    void changesOfSeveralStoresAreAllKept() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Policy>> changes = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                String workspace = "/w" + number;
                changes.add(threads.submit(() ->
                        store().change(policy -> policy.with(workspace, rules -> rules.withPrivacy(Privacy.ASK)))));
            }
            for (Future<Policy> change : changes) {
                change.get();
            }
        }
        assertEquals(20, store().current().workspaces().size());
        assertEquals(List.of(), troubles);
    }

    @Test
    void aScopeHoldsItsFolderOnly() {
        Scope scope = new Scope(ModelTask.CHAT, "m", "src/main");
        assertTrue(scope.covers(ModelTask.CHAT, "m", List.of("src/main/A.java", "src/main/x/../B.java")));
        assertFalse(scope.covers(ModelTask.CHAT, "m", List.of("src/main/A.java", "src/mainly/B.java")));
        assertFalse(scope.covers(ModelTask.CHAT, "m", List.of("src/main/../../secret")));
        assertFalse(scope.covers(ModelTask.CHAT, "m", List.of("../src/main/A.java")));
        assertFalse(scope.covers(ModelTask.CHAT, "m", List.of()));
        assertFalse(scope.covers(ModelTask.COMPLETION, "m", List.of("src/main/A.java")));
        assertFalse(scope.covers(ModelTask.CHAT, "other", List.of("src/main/A.java")));
        assertTrue(new Scope(ModelTask.CHAT, "m", "").covers(ModelTask.CHAT, "m", List.of()));
    }
}
