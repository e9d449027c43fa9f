package dev.orrery.models.engine.djl;

import java.util.SplittableRandom;

/** Which token comes next: the likeliest, or one drawn by the softmax of the logits at a temperature. */
final class TokenChoice {
    private final double temperature;
    private final SplittableRandom random;

    TokenChoice(double temperature, long seed) {
        this.temperature = temperature;
        random = new SplittableRandom(seed);
    }

    int choose(float[] logits) {
        int best = 0;
        for (int i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return temperature > 0 ? draw(logits, logits[best]) : best;
    }

    private int draw(float[] logits, float highest) {
        double[] upTo = new double[logits.length];
        double sum = 0;
        for (int i = 0; i < logits.length; i++) {
            sum += Math.exp((logits[i] - highest) / temperature);
            upTo[i] = sum;
        }
        double point = random.nextDouble() * sum;
        int chosen = 0;
        while (chosen < logits.length - 1 && upTo[chosen] <= point) {
            chosen++;
        }
        return chosen;
    }
}
