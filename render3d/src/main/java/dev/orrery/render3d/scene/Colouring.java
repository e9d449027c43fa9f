package dev.orrery.render3d.scene;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.CodeMetric;
import dev.orrery.api.Modifiers;
import dev.orrery.api.UserMessage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * The colours of bodies and files under one scheme, and what they mean.
 *
 * @param bodies {@code 0xRRGGBB} by body
 * @param files by file
 * @param key the meaning
 */
@SuppressWarnings("ArrayRecordComponent")
record Colouring(int[] bodies, int[] files, ColourKey key) {
    static Colouring of(Scene scene, Metrics metrics, ColourBy by, MapTheme theme) {
        return new Painter(scene, metrics, by, theme).paint();
    }

    private record Painter(Scene scene, Metrics metrics, ColourBy by, MapTheme theme) {
        Colouring paint() {
            if (by.isHistory() && metrics.unread().isPresent()) {
                return unknown(metrics.unread().get());
            }
            return switch (by) {
                case REGION -> regions();
                case LANGUAGE -> languages();
                case KIND -> kinds();
                case VISIBILITY -> visibilities();
                case CHURN -> amounts(metrics.churn());
                case AGE -> amounts(metrics.age());
                case COMPLEXITY -> amounts(metrics.complexity());
                case AUTHOR -> authors();
            };
        }

        private Colouring regions() {
            Palette palette = Palette.of(theme);
            Regions regions = scene.regions();
            return new Colouring(
                    bodies(body -> palette.region(regions.hue(scene.region(body)))),
                    files(file -> palette.region(regions.hue(regions.ofFile(file)))),
                    new ColourKey.ByRegion());
        }

        private Colouring unknown(UserMessage why) {
            int grey = Palette.of(theme).unknown();
            return new Colouring(bodies(body -> grey), files(file -> grey), new ColourKey.Unknown(by, why));
        }

        private Colouring languages() {
            CodeGraph graph = scene.graph();
            byte[] language = graph.columns().fileLanguage();
            String[] names = graph.columns().languages();
            return groups(
                    Arrays.asList(names), file -> language[file], body -> language[graph.file(scene.symbol(body))]);
        }

        private Colouring authors() {
            List<String> of = metrics.authors().apply(scene.graph());
            List<String> names = new ArrayList<>();
            Map<String, Integer> numbers = new HashMap<>();
            int[] ofFile = new int[of.size()];
            for (int file = 0; file < ofFile.length; file++) {
                String author = of.get(file);
                ofFile[file] = author.isEmpty()
                        ? -1
                        : numbers.computeIfAbsent(author, added -> {
                            names.add(added);
                            return names.size() - 1;
                        });
            }
            CodeGraph graph = scene.graph();
            return groups(names, file -> ofFile[file], body -> ofFile[graph.file(scene.symbol(body))]);
        }

        /** The largest groups get hues, the largest the first one; the rest is grey. Group -1 is of those without. */
        private Colouring groups(List<String> names, IntUnaryOperator ofFile, IntUnaryOperator ofBody) {
            int[] counts = new int[names.size() + 1];
            for (int body = 0; body < scene.bodyCount(); body++) {
                counts[ofBody.applyAsInt(body) + 1]++;
            }
            List<Integer> largest = IntStream.range(0, names.size())
                    .filter(group -> counts[group + 1] > 0)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer group) -> -counts[group + 1])
                            .thenComparing(names::get))
                    .toList();
            Palette palette = Palette.of(theme);
            int[] colour = new int[counts.length];
            Arrays.fill(colour, palette.unknown());
            List<ColourKey.Group> shown = new ArrayList<>();
            int others = 0;
            for (int i = 0; i < largest.size(); i++) {
                int group = largest.get(i);
                if (i < Palette.GROUPS) {
                    colour[group + 1] = palette.group(i);
                    UserMessage name = UserMessage.of("render3d.group.named", names.get(group));
                    shown.add(new ColourKey.Group(name, colour[group + 1], counts[group + 1]));
                } else {
                    others += counts[group + 1];
                }
            }
            if (others > 0) {
                UserMessage name = UserMessage.of("render3d.group.others", largest.size() - Palette.GROUPS);
                shown.add(new ColourKey.Group(name, palette.unknown(), others));
            }
            if (counts[0] > 0) {
                shown.add(new ColourKey.Group(UserMessage.of("render3d.group.none"), palette.unknown(), counts[0]));
            }
            return new Colouring(
                    bodies(body -> colour[ofBody.applyAsInt(body) + 1]),
                    files(file -> colour[ofFile.applyAsInt(file) + 1]),
                    new ColourKey.Groups(by, shown));
        }

        private Colouring kinds() {
            return fixed(
                    "render3d.kind.",
                    List.of("type", "interface", "data", "method", "function", "constructor", "initializer"),
                    new int[] {0, 7, 3, 2, 5, 1, 4},
                    symbol -> switch (scene.graph().kind(symbol)) {
                        case CLASS, STRUCT, OBJECT, NAMESPACE, TYPE_ALIAS -> 0;
                        case INTERFACE, TRAIT -> 1;
                        case ENUM, RECORD, ANNOTATION, ENUM_CONSTANT -> 2;
                        case METHOD, FIELD -> 3;
                        case FUNCTION, MACRO -> 4;
                        case CONSTRUCTOR -> 5;
                        case INITIALIZER -> 6;
                    });
        }

        private Colouring visibilities() {
            return fixed(
                    "render3d.visibility.",
                    List.of("public", "protected", "package", "private"),
                    new int[] {2, 1, 0, 4},
                    symbol -> {
                        int modifiers = scene.graph().modifiers(symbol);
                        return Modifiers.has(modifiers, Modifiers.PUBLIC)
                                ? 0
                                : Modifiers.has(modifiers, Modifiers.PROTECTED)
                                        ? 1
                                        : Modifiers.has(modifiers, Modifiers.PRIVATE) ? 3 : 2;
                    });
        }

        /** Groups that are always the same ones, in the same hues. */
        private Colouring fixed(String prefix, List<String> names, int[] hues, IntUnaryOperator ofSymbol) {
            Palette palette = Palette.of(theme);
            int[] group = new int[scene.bodyCount()];
            int[] counts = new int[names.size()];
            for (int body = 0; body < group.length; body++) {
                group[body] = ofSymbol.applyAsInt(scene.symbol(body));
                counts[group[body]]++;
            }
            List<ColourKey.Group> shown = IntStream.range(0, hues.length)
                    .filter(i -> counts[i] > 0)
                    .mapToObj(i -> new ColourKey.Group(
                            UserMessage.of(prefix + names.get(i)), palette.region(hues[i]), counts[i]))
                    .toList();
            return new Colouring(
                    bodies(body -> palette.region(hues[group[body]])),
                    files(file -> palette.unknown()),
                    new ColourKey.Groups(by, shown));
        }

        private Colouring amounts(CodeMetric metric) {
            double[] ofSymbols = metric.ofSymbols(scene.graph());
            double[] ofFiles = metric.ofFiles(scene.graph());
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            int unknown = 0;
            for (int body = 0; body < scene.bodyCount(); body++) {
                double amount = ofSymbols[scene.symbol(body)];
                if (Double.isNaN(amount)) {
                    unknown++;
                } else {
                    least = Math.min(least, amount);
                    most = Math.max(most, amount);
                }
            }
            if (most < least) {
                return unknown(UserMessage.of("render3d.history.none"));
            }
            ColourKey.Direction direction =
                    by == ColourBy.AGE ? ColourKey.Direction.LITTLE_STANDS_OUT : ColourKey.Direction.MUCH_STANDS_OUT;
            Amounts scale = new Amounts(
                    least,
                    most,
                    direction,
                    SequentialScale.of(theme),
                    Palette.of(theme).unknown());
            return new Colouring(
                    bodies(body -> scale.colour(ofSymbols[scene.symbol(body)])),
                    files(file -> scale.colour(ofFiles[file])),
                    new ColourKey.Amounts(by, least, scale.middle(), most, direction, unknown));
        }

        private int[] bodies(IntUnaryOperator colour) {
            return IntStream.range(0, scene.bodyCount()).parallel().map(colour).toArray();
        }

        private int[] files(IntUnaryOperator colour) {
            return IntStream.range(0, scene.graph().fileCount()).map(colour).toArray();
        }
    }
}
