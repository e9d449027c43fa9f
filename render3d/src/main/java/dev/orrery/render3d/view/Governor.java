package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.FramePainter;

/**
 * Decides from measured milliseconds how much a moving picture may hold. What a picture should take is reckoned from what
 * is in it; what it took tells how slow the machine is at the moment. That and the share of detail drawn last give the share
 * that fits into the time there is. One slow picture, as after a pause of the collector, changes nothing: of three the
 * middle counts.
 */
final class Governor {
    /** What a picture may take, so that thirty a second are left when the toolkit has had its part. */
    static final double GOAL_MILLIS = 25;

    static final double LEAST = 0.06;
    static final double MOST = 2;

    private static final double STEP_UP = 1.25;

    private static final double STEP_DOWN = 0.4;
    private static final double CAUTION = 0.5;

    private final double[] slowness = {1, 1, 1};
    private int next;
    private double share = 1;

    Detail fit(Detail wanted, FramePainter.Speed speed) {
        return switch (speed) {
            case PROCESSOR -> wanted.scaled(share);
            case GRAPHICS_CARD -> Detail.full();
        };
    }

    /** The share of {@link Detail#moving} that the next picture may have. */
    double share() {
        return share;
    }

    /**
     * Learns from one picture of a moving map.
     *
     * @param busyMillis how long the loop was busy with it
     * @param reckonedMillis what it should have taken by what was in it
     * @param groundMillis what of that no budget changes
     */
    void took(double busyMillis, double reckonedMillis, double groundMillis) {
        slowness[next] = busyMillis / reckonedMillis;
        next = (next + 1) % slowness.length;
        double fits = GOAL_MILLIS / middle(slowness[0], slowness[1], slowness[2]) - groundMillis;
        double spent = Math.max(reckonedMillis - groundMillis, 0.1);
        double wanted = Math.clamp(share * fits / spent, share * STEP_DOWN, share * STEP_UP);
        share = Math.clamp(share + (wanted - share) * (wanted < share ? 1 : CAUTION), LEAST, MOST);
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
