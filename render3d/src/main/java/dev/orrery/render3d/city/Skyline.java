package dev.orrery.render3d.city;

import dev.orrery.render3d.scene.Measures;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SizeBy;

/** How high things are. */
final class Skyline {
    private static final double SLAB = 0.9;
    private static final double THINNER = 0.55;
    private static final double LOWEST = 0.9;
    private static final double HIGHEST = 0.24;

    private final double[] amount;
    private final double most;
    private final double highest;
    private final float[] bodies;

    Skyline(Scene scene, Measures measures, SizeBy metric, Plot site) {
        this.amount = measures.ofFiles(metric);
        this.highest = site.shorter() * HIGHEST;
        double top = 1;
        for (int file = 0; file < amount.length; file++) {
            top = Math.max(top, amount[file]);
        }
        this.most = top;
        double[] ofSymbols = measures.ofSymbols(metric);
        this.bodies = new float[scene.bodyCount()];
        double topBody = 1;
        for (int body = 0; body < bodies.length; body++) {
            bodies[body] = (float) ofSymbols[scene.symbol(body)];
            if (!scene.graph().kind(scene.symbol(body)).isType()) {
                topBody = Math.max(topBody, bodies[body]);
            }
        }
        for (int body = 0; body < bodies.length; body++) {
            bodies[body] = (float) Math.min(1, Math.sqrt(bodies[body] / topBody));
        }
    }

    /** The top of the slabs of a level; 0 is the floor. */
    static double ground(int level) {
        return SLAB * (1 - Math.pow(THINNER, level)) / (1 - THINNER);
    }

    double file(int file) {
        return LOWEST + highest * Math.sqrt(amount[file] / most);
    }

    /** The height of each body as a share of the highest. */
    float[] bodies() {
        return bodies;
    }
}
