package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelPlacerTest {
    @Test
    void labelsNeverOverlapNorLeaveThePictureNorHideWhatIsLit() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.getLogger("LabelPlacerTest").log(System.Logger.Level.INFO, "seed {0}", Long.toString(seed));
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            Box legend = new Box(10, 10, 120, 90);
            LabelPlacer placer = new LabelPlacer(800, 500, List.of(legend));
            List<Box> lit = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                double x = random.nextDouble() * 800;
                double y = random.nextDouble() * 500;
                placer.keepFree(x, y, 6);
                lit.add(new Box(x - 6, y - 6, 12, 12));
            }
            List<LabelPlacer.Placed> placed = placer.place(wishes(random));
            for (LabelPlacer.Placed one : placed) {
                assertTrue(one.box().inside(800, 500), "outside " + one);
                assertFalse(one.box().overlaps(legend), "on the legend " + one);
                assertTrue(
                        one.anchor().kind() == Anchor.Kind.SELECTED
                                || lit.stream().noneMatch(one.box()::overlaps),
                        "hides a body " + one);
                for (LabelPlacer.Placed other : placed) {
                    assertTrue(one.equals(other) || !one.box().overlaps(other.box()), one + " and " + other);
                }
            }
        }
    }

    @Test
    void theSelectionIsNamedEvenInACrowd() {
        LabelPlacer placer = new LabelPlacer(400, 400, List.of());
        for (int x = 0; x < 400; x += 8) {
            for (int y = 0; y < 400; y += 8) {
                placer.keepFree(x, y, 3);
            }
        }
        Anchor selected = new Anchor(Anchor.Kind.SELECTED, 1, 200, 190, 210, 10, 9);
        Anchor neighbour = new Anchor(Anchor.Kind.NEIGHBOUR, 2, 100, 90, 110, 10, 8);
        List<LabelPlacer.Placed> placed =
                placer.place(List.of(new LabelPlacer.Wish(selected, 80, 20), new LabelPlacer.Wish(neighbour, 80, 20)));
        assertEquals(
                List.of(selected),
                placed.stream().map(LabelPlacer.Placed::anchor).toList());
    }

    @Test
    void theMoreImportantLabelGetsThePlace() {
        Anchor low = new Anchor(Anchor.Kind.TYPE, 1, 200, 190, 210, 10, 1);
        Anchor high = new Anchor(Anchor.Kind.SELECTED, 2, 200, 190, 210, 10, 9);
        LabelPlacer placer = new LabelPlacer(400, 400, List.of());
        List<LabelPlacer.Placed> placed =
                placer.place(List.of(new LabelPlacer.Wish(low, 80, 20), new LabelPlacer.Wish(high, 80, 20)));
        assertEquals(high, placed.getFirst().anchor());
        assertTrue(placed.getFirst().box().y() < 190);
    }

    private static List<LabelPlacer.Wish> wishes(Random random) {
        List<LabelPlacer.Wish> wishes = new ArrayList<>();
        Anchor.Kind[] kinds = Anchor.Kind.values();
        for (int i = 0; i < 60; i++) {
            float x = random.nextFloat() * 900 - 50;
            float y = random.nextFloat() * 600 - 50;
            float radius = random.nextFloat() * 60;
            Anchor anchor = new Anchor(
                    kinds[random.nextInt(kinds.length)], i, x, y - radius, y + radius, radius, random.nextDouble());
            wishes.add(new LabelPlacer.Wish(anchor, 40 + random.nextInt(120), 20));
        }
        return wishes;
    }
}
