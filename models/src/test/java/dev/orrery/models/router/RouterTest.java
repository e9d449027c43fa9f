package dev.orrery.models.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Price;
import dev.orrery.models.engine.Capabilities;
import dev.orrery.models.engine.Health;
import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Budget;
import dev.orrery.models.policy.Policy;
import dev.orrery.models.policy.Privacy;
import dev.orrery.models.policy.Scope;
import dev.orrery.models.policy.WorkspacePolicy;
import dev.orrery.models.pool.PooledModel;
import dev.orrery.models.pool.PooledModel.Place;
import dev.orrery.models.pool.PooledModel.State;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Health WELL = new Health(true, UserMessage.of("models.test"));
    private static final Health ILL = new Health(false, UserMessage.of("models.test"));
    private static final Budget RICH = new Budget(Allowance.USUAL, 0, 0, 0);
    private static final String W = "/w";

    private static PooledModel here(String id, State state) {
        return new PooledModel(
                id,
                id,
                "gguf",
                Place.THIS_MACHINE,
                state,
                new Capabilities(Set.of(ModelTask.COMPLETION, ModelTask.CHAT), true, 4096),
                WELL,
                0,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static PooledModel cloud(String id) {
        return new PooledModel(
                id,
                id,
                "openai",
                Place.ELSEWHERE,
                State.REMOTE,
                new Capabilities(Set.of(ModelTask.CHAT), false, 100_000),
                WELL,
                0,
                Optional.of(new Price(1_000_000, 5_000_000, LocalDate.EPOCH)),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    private static PooledModel with(
            PooledModel model, Capabilities capabilities, Health health, int waiting, double first, double speed) {
        return new PooledModel(
                model.id(),
                model.name(),
                model.engine(),
                model.place(),
                model.state(),
                capabilities,
                health,
                waiting,
                model.price(),
                OptionalDouble.of(first),
                OptionalDouble.of(speed));
    }

    private static RequestFacts facts(ModelTask task, Risk risk, String named, String... about) {
        return new RequestFacts(
                task, W, Set.of(about), Set.of(), risk, false, 64, 1000, 100, Duration.ofSeconds(30), named);
    }

    private static Policy policy(UnaryOperator<WorkspacePolicy> rules) {
        return Policy.STRICT.with(W, rules);
    }

    /** The ids of the route, an asterisk where the user is asked; where there is none, the key of the reason. */
    private static String told(Route route) {
        return switch (route) {
            case Route.Nowhere nowhere -> nowhere.reason().key().replace("models.router.", "");
            case Route.Go go -> {
                List<Choice> all = new ArrayList<>(List.of(go.primary()));
                all.addAll(go.fallbacks());
                yield String.join(
                        " ",
                        all.stream()
                                .map(choice ->
                                        choice.model().id() + (choice.permission() == Choice.Permission.ASK ? "*" : ""))
                                .toList());
            }
        };
    }

    @ParameterizedTest(name = "{0}, {1}, granted {2}, assigned {3}, named {4}: {5}")
    @CsvSource({
        // privacy, risk, granted, assigned, named -> route over the models local, cloud
        "LOCAL_ONLY, AUTOMATIC, '', '', '', local",
        "LOCAL_ONLY, AUTOMATIC, '', cloud, '', local",
        "LOCAL_ONLY, AUTOMATIC, cloud, cloud, '', local",
        "LOCAL_ONLY, AUTOMATIC, '', '', cloud, not.private",
        "LOCAL_ONLY, WITHIN_SCOPE, '', '', '', local*",
        "LOCAL_ONLY, WITHIN_SCOPE, local, '', '', local",
        "LOCAL_ONLY, ASK_FIRST, local, '', '', local*",
        "LOCAL_ONLY, HUMAN_ONLY, local, '', '', humanonly",
        "ASK, AUTOMATIC, '', '', '', local",
        "ASK, AUTOMATIC, '', cloud, '', cloud* local",
        "ASK, AUTOMATIC, cloud, cloud, '', cloud local",
        "ASK, AUTOMATIC, '', local cloud, '', local cloud*",
        "ASK, AUTOMATIC, '', '', cloud, cloud*",
        "ASK, WITHIN_SCOPE, cloud, cloud, '', cloud local*",
        "ASK, ASK_FIRST, cloud local, cloud, '', cloud* local*",
        "ASK, HUMAN_ONLY, cloud, cloud, '', humanonly",
        "ALLOWED, AUTOMATIC, '', '', '', local",
        "ALLOWED, AUTOMATIC, '', cloud, '', cloud local",
        "ALLOWED, AUTOMATIC, '', '', cloud, cloud",
        "ALLOWED, WITHIN_SCOPE, '', cloud, '', cloud* local*",
        "ALLOWED, WITHIN_SCOPE, cloud, cloud, '', cloud local*",
        "ALLOWED, ASK_FIRST, cloud, cloud, '', cloud* local*",
        "ALLOWED, HUMAN_ONLY, '', cloud, cloud, humanonly",
        "ALLOWED, AUTOMATIC, '', '', absent, unknown"
    })
    void privacyAndRisk(Privacy privacy, Risk risk, String granted, String assigned, String named, String route) {
        Policy policy = policy(rules -> {
            WorkspacePolicy changed = rules.withPrivacy(privacy)
                    .assigning(ModelTask.CHAT, assigned.isEmpty() ? List.of() : List.of(assigned.split(" ")));
            for (String model : granted.isEmpty() ? new String[0] : granted.split(" ")) {
                changed = changed.granting(new Scope(ModelTask.CHAT, model, ""));
            }
            return changed;
        });
        List<PooledModel> models = List.of(here("local", State.LOADED), cloud("cloud"));
        assertEquals(route, told(Router.route(facts(ModelTask.CHAT, risk, named, "src/A.java"), policy, RICH, models)));
    }

    @ParameterizedTest(name = "about {0}, helped by {1}: {2}")
    @CsvSource({
        "src/A.java, '', cloud local",
        "src/A.java, secret/key.txt, cloud local",
        "secret/key.txt, '', local",
        "SECRET/Key.txt, '', local",
        "src/../secret/key.txt, '', local",
        "deep/in/x.pem, '', local",
        "../outside.txt, '', local",
        "'', '', cloud local"
    })
    void whatARequestIsAboutMayStayHere(String about, String helping, String route) {
        Policy policy = policy(rules -> rules.withPrivacy(Privacy.ALLOWED)
                .withExcluded(List.of("secret/", "*.pem"))
                .assigning(ModelTask.CHAT, List.of("cloud")));
        RequestFacts facts = new RequestFacts(
                ModelTask.CHAT,
                W,
                about.isEmpty() ? Set.of() : Set.of(about),
                helping.isEmpty() ? Set.of() : Set.of(helping),
                Risk.AUTOMATIC,
                false,
                64,
                1000,
                100,
                Duration.ofSeconds(30),
                "");
        assertEquals(
                route, told(Router.route(facts, policy, RICH, List.of(here("local", State.LOADED), cloud("cloud")))));
    }

    @ParameterizedTest(name = "state {0}, infill {1}, well {2}, waiting {3}, context {4}, patience {5} ms: {6}")
    @CsvSource({
        "LOADED, true, true, 0, 4096, 1000, a b",
        "LOADED, false, true, 0, 4096, 1000, b INFILL",
        "LOADED, true, false, 0, 4096, 1000, b HEALTH",
        "ON_DISK, true, true, 0, 4096, 1000, b NOT_LOADED",
        "LOADING, true, true, 0, 4096, 4999, b NOT_LOADED",
        "ON_DISK, true, true, 0, 4096, 5000, a b",
        "LOADED, true, true, 1, 4096, 1000, b TOO_SLOW",
        "LOADED, true, true, 1, 4096, 1401, a b",
        "LOADED, true, true, 0, 4096, 199, b TOO_SLOW",
        "LOADED, true, true, 0, 163, 1000, b CONTEXT",
        "LOADED, true, true, 0, 164, 1000, a b"
    })
    void whatAModelIsAbleTo(
            State state, boolean infill, boolean well, int waiting, int context, long millis, String expected) {
        // 200 ms until the first token, 100 tokens at 100 a second: whoever waits stands behind 1,200 ms.
        Capabilities capabilities = new Capabilities(Set.of(ModelTask.COMPLETION), infill, context);
        PooledModel a = with(here("a", state), capabilities, well ? WELL : ILL, waiting, 200, 100);
        PooledModel b = here("b", State.LOADED);
        RequestFacts facts = new RequestFacts(
                ModelTask.COMPLETION,
                W,
                Set.of(),
                Set.of(),
                Risk.AUTOMATIC,
                true,
                64,
                1000,
                100,
                Duration.ofMillis(millis),
                "");
        Policy policy = policy(rules -> rules.assigning(ModelTask.COMPLETION, List.of("a")));
        Route route = Router.route(facts, policy, RICH, List.of(b, a));
        String why = route.passedOver().isEmpty()
                ? ""
                : " " + route.passedOver().getFirst().why();
        assertEquals(expected, told(route) + why);
    }

    @Test
    void theBudgetHoldsToTheLastMillionth() {
        // 1,000 tokens at 1 $ and 100 at 5 $ a million: 1,500 millionths.
        Policy policy = policy(rules -> rules.withPrivacy(Privacy.ALLOWED).assigning(ModelTask.CHAT, List.of("cloud")));
        List<PooledModel> models = List.of(here("local", State.LOADED), cloud("cloud"));
        RequestFacts facts = facts(ModelTask.CHAT, Risk.AUTOMATIC, "");
        Allowance day = new Allowance(OptionalLong.of(10_000), OptionalLong.empty(), 80);
        Allowance month = new Allowance(OptionalLong.empty(), OptionalLong.of(10_000), 80);
        assertEquals("cloud local", told(Router.route(facts, policy, new Budget(day, 8_500, 0, 0), models)));
        assertEquals("local", told(Router.route(facts, policy, new Budget(day, 8_501, 0, 0), models)));
        assertEquals("local", told(Router.route(facts, policy, new Budget(day, 8_000, 0, 501), models)));
        assertEquals("cloud local", told(Router.route(facts, policy, new Budget(month, 99_000, 8_500, 0), models)));
        assertEquals("local", told(Router.route(facts, policy, new Budget(month, 0, 8_501, 0), models)));
        Route named = Router.route(
                facts(ModelTask.CHAT, Risk.AUTOMATIC, "cloud"), policy, new Budget(day, 10_000, 0, 0), models);
        assertEquals("not.budget", told(named));
    }

    @Test
    void modelsOfThisMachineComeInTheOrderOfTheirUse() {
        PooledModel ngram = new PooledModel(
                "ngram",
                "ngram",
                "ngram",
                Place.THIS_MACHINE,
                State.LOADED,
                new Capabilities(Set.of(ModelTask.COMPLETION), true, 100_000),
                WELL,
                0,
                Optional.empty(),
                OptionalDouble.of(1),
                OptionalDouble.of(10_000));
        Capabilities usual = here("", State.LOADED).capabilities();
        PooledModel slow = with(here("slow", State.LOADED), usual, WELL, 0, 300, 50);
        PooledModel quick = with(here("quick", State.LOADED), usual, WELL, 0, 30, 50);
        PooledModel small = with(
                here("small", State.LOADED), new Capabilities(Set.of(ModelTask.COMPLETION), true, 512), WELL, 0, 3, 50);
        PooledModel disk = here("disk", State.ON_DISK);
        Route route = Router.route(
                facts(ModelTask.COMPLETION, Risk.AUTOMATIC, ""),
                Policy.STRICT,
                RICH,
                List.of(ngram, disk, small, slow, quick));
        assertEquals("quick slow small disk", told(route));
        assertEquals(PassedOver.Why.SPARE, route.passedOver().getFirst().why());
    }

    @Test
    void theReasonSaysWhetherItWasTheFirstChoice() {
        Policy policy = policy(rules -> rules.assigning(ModelTask.CHAT, List.of("a", "b")));
        PooledModel ill = with(here("a", State.LOADED), here("", State.LOADED).capabilities(), ILL, 0, 1, 1);
        RequestFacts facts = facts(ModelTask.CHAT, Risk.AUTOMATIC, "");
        Route first = Router.route(facts, policy, RICH, List.of(here("a", State.LOADED), here("b", State.LOADED)));
        Route next = Router.route(facts, policy, RICH, List.of(ill, here("b", State.LOADED)));
        assertEquals("models.router.first", first.reason().key());
        assertEquals("models.router.next", next.reason().key());
        assertEquals(
                "models.router.not.healthy",
                next.passedOver().getFirst().message().key());
        assertEquals(true, next.passedOver().getFirst().preferred());
    }

    @Test
    void whereNobodyCanTheReasonNamesTheFirstChoice() {
        Policy strict = policy(rules -> rules.assigning(ModelTask.CHAT, List.of("cloud")));
        Route route = Router.route(facts(ModelTask.CHAT, Risk.AUTOMATIC, ""), strict, RICH, List.of(cloud("cloud")));
        assertInstanceOf(Route.Nowhere.class, route);
        assertEquals("models.router.not.private", route.reason().key());
        RequestFacts embedding = facts(ModelTask.EMBEDDING, Risk.AUTOMATIC, "");
        assertEquals("none", told(Router.route(embedding, Policy.STRICT, RICH, List.of(here("a", State.LOADED)))));
        assertEquals("none", told(Router.route(embedding, Policy.STRICT, RICH, List.of())));
        assertEquals("notassigned", told(Router.route(embedding, Policy.STRICT, RICH, List.of(cloud("cloud")))));
    }
}
