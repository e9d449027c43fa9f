package dev.orrery.models.engine;

import java.time.Duration;
import java.util.List;

/**
 * How an answer is made.
 *
 * @param maxTokens at most this many
 * @param temperature 0 for the likeliest token always
 * @param stops texts at which the answer ends; they are not part of it
 * @param seed of the random choices where the temperature is above 0
 * @param patience from now until the last token; later it ends with {@link EngineException.Kind#TIMED_OUT}
 */
public record Sampling(int maxTokens, double temperature, List<String> stops, long seed, Duration patience) {
    public Sampling {
        stops = List.copyOf(stops);
    }
}
