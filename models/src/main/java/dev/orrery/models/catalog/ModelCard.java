package dev.orrery.models.catalog;

import dev.orrery.api.ModelTask;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a model that can be had.
 *
 * @param id stable, such as {@code qwen2.5-coder-1.5b}
 * @param name for the user's eyes
 * @param maker who trained it
 * @param tasks what it is good for
 * @param parameters numbers that it was trained to
 * @param activeParameters of these, the ones that work on one token; fewer only where experts share the work
 * @param dimensions of an embedding; 0 for a model that makes text
 * @param architecture what kind of network it is, as its file will say, such as {@code qwen2}; empty where nobody looked
 * @param shape what decides its memory
 * @param licence what its maker allows
 * @param infill its marks, where it was trained to fill in the middle
 * @param variants the forms in which it can be had, the usual one first
 */
public record ModelCard(
        String id,
        String name,
        String maker,
        Set<ModelTask> tasks,
        long parameters,
        long activeParameters,
        int dimensions,
        String architecture,
        ModelShape shape,
        Licence licence,
        Optional<InfillMarks> infill,
        List<ModelVariant> variants) {
    public ModelCard {
        tasks = Set.copyOf(tasks);
        variants = List.copyOf(variants);
    }

    /** Bytes of a variant's files: as somebody saw them, or from the number of parameters and the quantisation. */
    public long weightBytes(ModelVariant variant) {
        return variant.bytes().orElseGet(() -> (long) (parameters * bits(variant.quantisation()) / 8));
    }

    /** Bits a parameter on the average of whole files; scales and unquantised tensors are in it. */
    private static double bits(String quantisation) {
        return switch (quantisation.toUpperCase(Locale.ROOT)) {
            case "Q2_K" -> 3.2;
            case "Q3_K_M" -> 4.0;
            case "Q4_0", "Q4_K_S" -> 4.7;
            case "Q4_K_M" -> 5.0;
            case "Q5_K_S", "Q5_K_M" -> 5.7;
            case "Q6_K" -> 6.6;
            case "Q8_0", "INT8" -> 8.5;
            case "F32" -> 32;
            default -> 16;
        };
    }
}
