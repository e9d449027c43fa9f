package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FramePainter;

/**
 * Keeps moving pictures fluent: where they take longer than there is time for, the budget shrinks, where there is time to
 * spare it grows back.
 */
final class Governor {
    private static final double GOAL_MILLIS = 27;
    private static final double LEAST = 0.12;
    private static final double MOST = 1.3;

    private double share = 1;

    Detail fit(Detail wanted, FramePainter.Speed speed) {
        return switch (speed) {
            case PROCESSOR -> wanted.scaled(share);
            case GRAPHICS_CARD -> Detail.full();
        };
    }

    /** Learns how long the loop was busy with one picture of a moving map. */
    void took(double busyMillis) {
        double off = busyMillis / GOAL_MILLIS;
        share = Math.clamp(share * Math.clamp(1 + (1 - off) * 0.08, 0.9, 1.03), LEAST, MOST);
    }
}
