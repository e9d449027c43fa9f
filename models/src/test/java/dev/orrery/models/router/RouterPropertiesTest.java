package dev.orrery.models.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What must hold for every request, whatever the rules and the models are. */
class RouterPropertiesTest {
    private static final int ROUNDS = 20_000;
    private static final List<String> PATHS = List.of("src/A.java", "src/B.java", "secret/key", "a/x.pem", "../out");

    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    private record Case(RequestFacts facts, Policy policy, Budget budget, List<PooledModel> models) {
        Route route() {
            return Router.route(facts, policy, budget, models);
        }
    }

    private static List<Choice> choices(Route route) {
        List<Choice> choices = new ArrayList<>();
        if (route instanceof Route.Go go) {
            choices.add(go.primary());
            choices.addAll(go.fallbacks());
        }
        return choices;
    }

    @Test
    void aRouteBreaksNoRule() {
        for (int round = 0; round < ROUNDS; round++) {
            Case one = anyCase();
            Route route = one.route();
            String about = "seed " + seed + " round " + round + ": " + one + " -> " + route;
            assertEquals(route, one.route(), about);
            List<Choice> choices = choices(route);
            assertTrue(choices.size() <= 4, about);
            choices.forEach(choice -> check(one, choice, about));
            everyModelIsSpokenFor(one, route, about);
        }
    }

    private static void check(Case one, Choice choice, String about) {
        RequestFacts facts = one.facts();
        PooledModel model = choice.model();
        WorkspacePolicy rules = one.policy().of(facts.workspace());
        boolean elsewhere = model.place() == Place.ELSEWHERE;
        assertTrue(!elsewhere || rules.privacy() != Privacy.LOCAL_ONLY, about);
        assertTrue(
                !elsewhere
                        || model.id().equals(facts.model())
                        || rules.assigned(facts.task()).contains(model.id()),
                about);
        assertTrue(!elsewhere || facts.about().stream().noneMatch(RouterPropertiesTest::isSecret), about);
        assertTrue(facts.model().isEmpty() || facts.model().equals(model.id()), about);
        assertTrue(facts.risk() != Risk.HUMAN_ONLY, about);
        assertTrue(model.health().able(), about);
        assertTrue(model.capabilities().tasks().contains(facts.task()), about);
        assertTrue(!facts.infill() || model.capabilities().infill(), about);
        assertTrue(
                facts.leastTokens() + facts.maxTokens() <= model.capabilities().contextTokens(), about);
        long prompt = facts.task() == ModelTask.EMBEDDING
                ? facts.promptTokens()
                : Math.min(facts.promptTokens(), model.capabilities().contextTokens() - facts.maxTokens());
        long cost =
                model.price().map(price -> price.of(prompt, facts.maxTokens())).orElse(0L);
        Budget budget = one.budget();
        long reserved = budget.reserved() + cost;
        assertTrue(
                cost == 0
                        || budget.spentToday() + reserved
                                <= budget.allowance().day().orElse(Long.MAX_VALUE),
                about);
        assertTrue(
                cost == 0
                        || budget.spentThisMonth() + reserved
                                <= budget.allowance().month().orElse(Long.MAX_VALUE),
                about);
        if (choice.permission() == Choice.Permission.GRANTED) {
            assertTrue(mayWithoutAsking(one, model, elsewhere), about);
        }
    }

    private static boolean mayWithoutAsking(Case one, PooledModel model, boolean elsewhere) {
        RequestFacts facts = one.facts();
        WorkspacePolicy rules = one.policy().of(facts.workspace());
        Set<String> paths = new HashSet<>(facts.about());
        paths.addAll(facts.helping());
        boolean granted = rules.scopes().stream()
                .anyMatch(scope -> scope.task() == facts.task()
                        && scope.model().equals(model.id())
                        && (scope.folder().isEmpty()
                                || !paths.isEmpty()
                                        && paths.stream().allMatch(path -> path.startsWith(scope.folder() + "/"))));
        return switch (facts.risk()) {
            case AUTOMATIC -> !elsewhere || rules.privacy() == Privacy.ALLOWED || granted;
            case WITHIN_SCOPE -> granted;
            case ASK_FIRST, HUMAN_ONLY -> false;
        };
    }

    private static boolean isSecret(String path) {
        return path.startsWith("secret/") || path.endsWith(".pem") || path.startsWith("..");
    }

    private static void everyModelIsSpokenFor(Case one, Route route, String about) {
        if (one.facts().risk() == Risk.HUMAN_ONLY || route.reason().key().equals("models.router.unknown")) {
            return;
        }
        List<String> told = new ArrayList<>(
                choices(route).stream().map(choice -> choice.model().id()).toList());
        route.passedOver().forEach(model -> told.add(model.model().id()));
        Collections.sort(told);
        assertEquals(one.models().stream().map(PooledModel::id).sorted().toList(), told, about);
    }

    @Test
    void theOrderOfThePoolDoesNotOpenAWay() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            Case one = anyCase();
            List<PooledModel> shuffled = new ArrayList<>(one.models());
            Collections.shuffle(shuffled, random);
            Route other = Router.route(one.facts(), one.policy(), one.budget(), shuffled);
            assertEquals(one.route().getClass(), other.getClass(), "seed " + seed + " round " + round + ": " + one);
        }
    }

    private Case anyCase() {
        List<PooledModel> models = new ArrayList<>();
        for (int at = random.nextInt(6); at > 0; at--) {
            models.add(anyModel("m" + at));
        }
        Map<ModelTask, List<String>> assignments = new EnumMap<>(ModelTask.class);
        for (ModelTask task : ModelTask.values()) {
            List<String> ids =
                    new ArrayList<>(models.stream().map(PooledModel::id).toList());
            Collections.shuffle(ids, random);
            assignments.put(task, ids.subList(0, random.nextInt(ids.size() + 1)));
        }
        List<Scope> scopes = new ArrayList<>();
        while (random.nextInt(3) > 0) {
            scopes.add(new Scope(
                    any(ModelTask.values()), "m" + (1 + random.nextInt(5)), random.nextBoolean() ? "" : "src"));
        }
        WorkspacePolicy rules =
                new WorkspacePolicy(any(Privacy.values()), List.of("secret/", "*.pem"), scopes, assignments);
        return new Case(anyFacts(), Policy.STRICT.with("/w", before -> rules), anyBudget(), models);
    }

    private Budget anyBudget() {
        Allowance allowance = new Allowance(
                random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(10_000)),
                random.nextInt(4) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(20_000)),
                80);
        long today = random.nextInt(6_000);
        return new Budget(allowance, today, today + random.nextInt(6_000), random.nextInt(3_000));
    }

    private RequestFacts anyFacts() {
        int prompt = 1 + random.nextInt(5_000);
        return new RequestFacts(
                any(ModelTask.values()),
                random.nextInt(8) == 0 ? "/other" : "/w",
                anyPaths(),
                anyPaths(),
                any(Risk.values()),
                random.nextInt(4) == 0,
                Math.min(prompt, 64),
                prompt,
                random.nextInt(500),
                Duration.ofMillis(1 + random.nextInt(10_000)),
                random.nextInt(4) == 0 ? "m" + (1 + random.nextInt(5)) : "");
    }

    private Set<String> anyPaths() {
        List<String> paths = new ArrayList<>(PATHS);
        Collections.shuffle(paths, random);
        return Set.copyOf(paths.subList(0, random.nextInt(3)));
    }

    private PooledModel anyModel(String id) {
        Set<ModelTask> tasks = new HashSet<>(Arrays.asList(ModelTask.values()));
        tasks.removeIf(task -> random.nextInt(4) == 0);
        Place place = any(Place.values());
        return new PooledModel(
                id,
                id,
                random.nextInt(5) == 0 ? "ngram" : "gguf",
                place,
                place == Place.ELSEWHERE ? PooledModel.State.REMOTE : any(PooledModel.State.values()),
                new Capabilities(tasks, random.nextBoolean(), 100 + random.nextInt(8_000)),
                new Health(random.nextInt(5) > 0, UserMessage.of("models.test")),
                random.nextInt(3),
                place == Place.ELSEWHERE && random.nextInt(4) > 0
                        ? Optional.of(new Price(random.nextInt(5_000_000), random.nextInt(20_000_000), LocalDate.EPOCH))
                        : Optional.empty(),
                random.nextBoolean() ? OptionalDouble.of(random.nextInt(500)) : OptionalDouble.empty(),
                random.nextBoolean() ? OptionalDouble.of(random.nextInt(200)) : OptionalDouble.empty());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
