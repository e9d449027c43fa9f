package dev.orrery.render3d.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.CodeMetric;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.SyntheticGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ColouringTest {
    private final long seed = Long.getLong("orrery.test.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final CodeGraph graph = SyntheticGraph.ofTypes(200, 7).graph();
    private final Scene scene = Scene.of(graph);
    private final double[] commits = amounts();
    private final List<String> authors = names();

    private double[] amounts() {
        return IntStream.range(0, graph.fileCount())
                .mapToDouble(file -> random.nextInt(5) == 0 ? Double.NaN : 1 + random.nextInt(400))
                .toArray();
    }

    private List<String> names() {
        return IntStream.range(0, graph.fileCount())
                .mapToObj(file -> random.nextInt(6) == 0 ? "" : "author " + Math.min(9, random.nextInt(30)))
                .toList();
    }

    private Metrics metrics() {
        CodeMetric metric = new CodeMetric() {
            @Override
            public double[] ofFiles(CodeGraph of) {
                return commits.clone();
            }

            @Override
            public double[] ofSymbols(CodeGraph of) {
                return IntStream.range(0, of.symbolCount())
                        .mapToDouble(symbol -> commits[of.file(symbol)])
                        .toArray();
            }
        };
        return new Metrics(metric, metric, metric, of -> authors, Optional.empty());
    }

    private Appearance look(Metrics metrics, ColourBy by, MapTheme theme) {
        return Appearance.of(scene, new Measures(graph, metrics), by, SizeBy.CHURN, MapFilter.all(), theme);
    }

    private int file(int body) {
        return graph.file(scene.symbol(body));
    }

    @ParameterizedTest
    @EnumSource(MapTheme.class)
    void theKeyTellsTheRealEndsAndColoursFollowTheAmounts(MapTheme theme) {
        for (ColourBy by : List.of(ColourBy.CHURN, ColourBy.AGE, ColourBy.COMPLEXITY)) {
            Appearance look = look(metrics(), by, theme);
            ColourKey.Amounts key = (ColourKey.Amounts) look.key();
            double[] known = IntStream.range(0, scene.bodyCount())
                    .mapToDouble(body -> commits[file(body)])
                    .filter(amount -> !Double.isNaN(amount))
                    .toArray();
            assertEquals(Arrays.stream(known).min().orElseThrow(), key.least(), "seed " + seed);
            assertEquals(Arrays.stream(known).max().orElseThrow(), key.most(), "seed " + seed);
            assertEquals(scene.bodyCount() - known.length, key.unknown());
            boolean rising = by != ColourBy.AGE;
            for (int body = 0; body < scene.bodyCount(); body++) {
                double amount = commits[file(body)];
                double share = (Math.log(1 + amount) - Math.log(1 + key.least()))
                        / (Math.log(1 + key.most()) - Math.log(1 + key.least()));
                int wanted = Double.isNaN(amount)
                        ? Palette.of(theme).unknown()
                        : SequentialScale.of(theme).colour(rising ? share : 1 - share);
                assertEquals(wanted, look.colour(body), "seed " + seed);
                assertEquals(wanted, look.fileColour(file(body), body));
            }
        }
    }

    @Test
    void authorsAreCountedTheLargestFirstAndTheRestIsGrey() {
        Appearance look = look(metrics(), ColourBy.AUTHOR, MapTheme.DARK);
        ColourKey.Groups key = (ColourKey.Groups) look.key();
        Map<String, Integer> counts = new HashMap<>();
        for (int body = 0; body < scene.bodyCount(); body++) {
            counts.merge(authors.get(file(body)), 1, Integer::sum);
        }
        int unknown = counts.remove("");
        List<String> largest = new ArrayList<>(counts.keySet());
        largest.sort(Comparator.comparingInt((String name) -> -counts.get(name)).thenComparing(name -> name));
        int shown = Math.min(Palette.GROUPS, largest.size());
        for (int i = 0; i < shown; i++) {
            ColourKey.Group group = key.groups().get(i);
            assertEquals(List.of(largest.get(i)), group.name().arguments(), "seed " + seed);
            assertEquals(counts.get(largest.get(i)), group.symbols());
        }
        for (int body = 0; body < scene.bodyCount(); body++) {
            int rank = largest.indexOf(authors.get(file(body)));
            int wanted = rank >= 0 && rank < shown ? key.groups().get(rank).rgb() : Palette.DARK.unknown();
            assertEquals(wanted, look.colour(body), "seed " + seed);
        }
        assertEquals(unknown, key.groups().getLast().symbols());
        assertEquals(
                scene.bodyCount(),
                key.groups().stream().mapToInt(ColourKey.Group::symbols).sum());
    }

    @Test
    void withoutAHistoryAllIsGreyAndTheKeySaysWhy() {
        UserMessage why = UserMessage.of("any.reason");
        Metrics all = metrics();
        Metrics none = new Metrics(all.churn(), all.age(), all.complexity(), all.authors(), Optional.of(why));
        Appearance look = look(none, ColourBy.CHURN, MapTheme.LIGHT);
        assertEquals(new ColourKey.Unknown(ColourBy.CHURN, why), look.key());
        for (int body = 0; body < scene.bodyCount(); body++) {
            assertEquals(Palette.LIGHT.unknown(), look.colour(body));
        }
        assertTrue(look(none, ColourBy.COMPLEXITY, MapTheme.LIGHT).key() instanceof ColourKey.Amounts);
        assertTrue(look(Metrics.NONE, ColourBy.COMPLEXITY, MapTheme.LIGHT).key() instanceof ColourKey.Unknown);
    }

    @ParameterizedTest
    @EnumSource(ColourBy.class)
    void otherColoursAreThoseOfANewLookAndNothingElseIsMadeAnew(ColourBy by) {
        Appearance before = look(metrics(), ColourBy.REGION, MapTheme.DARK);
        Appearance after = before.recoloured(scene, metrics(), by, MapTheme.LIGHT);
        Appearance fresh = look(metrics(), by, MapTheme.LIGHT);
        assertSame(before.links(), after.links());
        assertEquals(MapTheme.LIGHT, after.theme());
        assertEquals(fresh.key(), after.key());
        assertArrayEquals(colours(fresh), colours(after));
        for (int body = 0; body < scene.bodyCount(); body++) {
            assertEquals(before.radius(body), after.radius(body));
        }
    }

    private int[] colours(Appearance look) {
        return IntStream.range(0, scene.bodyCount()).map(look::colour).toArray();
    }
}
