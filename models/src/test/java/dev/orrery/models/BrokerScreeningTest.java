package dev.orrery.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.PromptPart;
import dev.orrery.api.PromptPart.Role;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.metrics.Metrics;
import dev.orrery.models.policy.PolicyStore;
import dev.orrery.models.policy.Privacy;
import dev.orrery.models.safety.CloudScreening;
import dev.orrery.models.safety.ExcludedPaths;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker with the real screening: what is secret reaches neither the model elsewhere nor the ledger's file. */
class BrokerScreeningTest {
    private static final String W = "/w";
    /** Made up, in the form that GitHub gives its tokens. */
    private static final String TOKEN = "ghp_" + "x7Kq2LmZ9vTrB4nWc8YdHs3JfG6pAe1Ru5Qo";

    @TempDir
    Path folder;

    @Test
    void secretsAndExcludedFilesStayHere() throws Exception {
        FakePool pool = new FakePool();
        FakePool.FakeModel cloud = pool.elsewhere("cloud", FakePool.saying("far"));
        pool.here("local", FakePool.saying("near"));
        PolicyStore policies = new PolicyStore(folder.resolve("policy.json"), trouble -> {});
        policies.change(policy -> policy.with(W, rules -> rules.withPrivacy(Privacy.ALLOWED)
                .withExcluded(List.of("private/"))
                .assigning(ModelTask.CHAT, List.of("cloud"))));
        Path file = folder.resolve("ledger.db");
        try (Ledger ledger = Ledger.open(file, InstantSource.system(), ZoneOffset.UTC, trouble -> {});
                Broker broker = new Broker(new BrokerParts(
                        pool,
                        policies,
                        ledger,
                        new CloudScreening(workspace -> ExcludedPaths.of(
                                policies.current().of(workspace).excluded())),
                        Consent.NOBODY,
                        new Metrics(),
                        InstantSource.system()))) {
            ModelAnswer far = answer(
                    broker,
                    new PromptPart(Role.CONTEXT, "String token = \"" + TOKEN + "\";", "src/A.java"),
                    new PromptPart(Role.CONTEXT, "the salaries of all", "private/list.txt"),
                    new PromptPart(Role.USER, "what is this?", ""));
            assertEquals("cloud", far.model());
            assertEquals(2, far.notes().size());
            String sent = FakePool.words(cloud.prompts.getFirst());
            assertTrue(sent.contains("String token") && !sent.contains(TOKEN) && !sent.contains("salaries"), sent);
            ModelAnswer near = answer(broker, new PromptPart(Role.USER, "the salaries of all", "private/list.txt"));
            assertEquals("local", near.model());
            assertEquals(1, cloud.prompts.size());
        }
        String kept = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertTrue(kept.contains("String token"), "what left is kept");
        assertFalse(kept.contains(TOKEN) || kept.contains("salaries"));
    }

    private static ModelAnswer answer(Broker broker, PromptPart... parts) throws Exception {
        ModelRequest request = new ModelRequest(
                ModelTask.CHAT,
                List.of(parts),
                W,
                Risk.AUTOMATIC,
                Urgency.INTERACTIVE,
                new ModelRequest.Limits(100, List.of(), Duration.ofMinutes(5)),
                "");
        return broker.ask(request, piece -> {}, Cancellation.NEVER).get(5, TimeUnit.MINUTES);
    }
}
