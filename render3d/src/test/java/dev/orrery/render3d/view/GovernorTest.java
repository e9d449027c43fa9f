package dev.orrery.render3d.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FramePainter;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The governor against made-up machines and maps; no clock is read. */
class GovernorTest {
    private static final double GROUND = 7.4;

    /** A machine that is so many times slower than reckoned, with a map of which a whole budget costs so much. */
    private static final class Machine {
        private final Governor governor = new Governor();
        private final Random random;
        private double slow;
        private double demand;
        private double most = Double.MAX_VALUE;

        private Machine(Random random, double slow, double demand) {
            this.random = random;
            this.slow = slow;
            this.demand = demand;
        }

        /** Draws one picture; answers what it took, noise left out. */
        double frame() {
            double reckoned = GROUND + Math.min(governor.share() * demand, most);
            double took = reckoned * slow;
            governor.took(took * (0.9 + 0.2 * random.nextDouble()), reckoned, GROUND);
            return took;
        }

        double after(int frames) {
            double took = 0;
            for (int i = 0; i < frames; i++) {
                took = frame();
            }
            return took;
        }

        boolean canKeepUp() {
            return slow * (GROUND + Math.min(most, Governor.LEAST * demand)) < Governor.GOAL_MILLIS;
        }
    }

    private static Machine machine(Random random) {
        return new Machine(random, 0.15 + 3 * random.nextDouble(), 1 + 60 * random.nextDouble());
    }

    /** Catches budgets that are never reached, that swing, and time that is left unused. */
    @Test
    void theTimeIsUsedAndKept() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Machine machine = machine(random);
            machine.after(60);
            for (int i = 0; i < 30; i++) {
                double took = machine.frame();
                double share = machine.governor.share();
                assertTrue(share >= Governor.LEAST && share <= Governor.MOST, "seed " + seed);
                assertTrue(!machine.canKeepUp() || took <= Governor.GOAL_MILLIS * 1.25, "seed " + seed + " " + took);
                assertTrue(
                        share == Governor.MOST || !machine.canKeepUp() || took >= Governor.GOAL_MILLIS * 0.7,
                        "seed " + seed + " " + took + " " + share);
            }
        }
    }

    /** Catches controllers that creep: a machine that becomes slow, or a view that becomes full, is answered within frames. */
    @Test
    void aChangeIsAnsweredWithinSixFrames() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Machine machine = machine(random);
            machine.after(60);
            if (random.nextBoolean()) {
                machine.slow *= 1 + 2 * random.nextDouble();
            } else {
                machine.demand *= 1 + 4 * random.nextDouble();
            }
            double took = machine.after(7);
            assertTrue(!machine.canKeepUp() || took <= Governor.GOAL_MILLIS * 1.35, "seed " + seed + " " + took);
        }
    }

    /** Catches a picture that loses its detail for seconds because the collector ran once. */
    @Test
    void onePauseChangesNothing() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            Machine machine = machine(random);
            machine.after(60);
            double before = machine.frame();
            machine.governor.took(400, GROUND + machine.governor.share() * machine.demand, GROUND);
            assertTrue(machine.frame() >= before * 0.7, "seed " + seed);
        }
    }

    /** A view that shows everything there is must not let the budget grow without end, and one that cannot be had not to nothing. */
    @Test
    void theShareHasBounds() {
        Machine small = new Machine(new Random(1), 0.2, 30);
        small.most = 0.5;
        small.after(200);
        assertEquals(Governor.MOST, small.governor.share());
        Machine hopeless = new Machine(new Random(1), 90, 30);
        hopeless.after(200);
        assertEquals(Governor.LEAST, hopeless.governor.share());
    }

    @Test
    void aGraphicsCardDrawsEverything() {
        Governor governor = new Governor();
        governor.took(900, 10, GROUND);
        assertEquals(Detail.full(), governor.fit(Detail.moving(), FramePainter.Speed.GRAPHICS_CARD));
        assertEquals(
                Detail.moving().finish(),
                governor.fit(Detail.moving(), FramePainter.Speed.PROCESSOR).finish());
    }
}
