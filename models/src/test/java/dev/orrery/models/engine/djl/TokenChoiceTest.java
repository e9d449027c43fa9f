package dev.orrery.models.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TokenChoiceTest {
    private static final float[] LOGITS = {0, (float) Math.log(3), -100, 0};

    @Test
    void withoutTemperatureTheLikeliest() {
        assertEquals(1, new TokenChoice(0, 5).choose(LOGITS));
        assertEquals(0, new TokenChoice(0, 5).choose(new float[] {Float.NEGATIVE_INFINITY}));
    }

    @Test
    void withTemperatureByTheSoftmaxAndTheSameForASeed() {
        int[] drawn = new int[4];
        TokenChoice first = new TokenChoice(1, 7);
        TokenChoice second = new TokenChoice(1, 7);
        for (int i = 0; i < 10_000; i++) {
            int token = first.choose(LOGITS);
            assertEquals(token, second.choose(LOGITS));
            drawn[token]++;
        }
        assertEquals(0.6, drawn[1] / 10_000.0, 0.03);
        assertEquals(0.2, drawn[0] / 10_000.0, 0.03);
        assertEquals(0, drawn[2]);
    }
}
