package dev.orrery.render3d.layout;

/** Numbers that look random and depend on a key alone. */
final class Seeded {
    private long state;

    Seeded(long key) {
        state = key;
    }

    /** SplitMix64 (Steele, Lea and Flood 2014). */
    private long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** In [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** In [-1, 1). */
    double signed() {
        return 2 * unit() - 1;
    }

    /** A point in the unit ball, denser towards the middle where {@code power} is above 1/3. */
    double[] inBall(double power) {
        double height = signed();
        double turn = 2 * Math.PI * unit();
        double flat = Math.sqrt(1 - height * height);
        double length = Math.pow(unit(), power);
        return new double[] {length * flat * Math.cos(turn), length * height, length * flat * Math.sin(turn)};
    }
}
