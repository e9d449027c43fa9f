package dev.orrery.models.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Vectors as JSON has them. */
final class Vectors {
    private static final int LONGEST = 1 << 16;

    private Vectors() {}

    /** All of them, or none where one is no list of finite numbers. */
    static List<float[]> read(List<JsonNode> arrays) {
        List<float[]> vectors = new ArrayList<>();
        for (JsonNode array : arrays) {
            if (!array.isArray() || array.isEmpty() || array.size() > LONGEST) {
                return List.of();
            }
            float[] vector = new float[array.size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = array.get(i).floatValue();
                if (!array.get(i).isNumber() || !Float.isFinite(vector[i])) {
                    return List.of();
                }
            }
            vectors.add(vector);
        }
        return vectors;
    }
}
