package dev.orrery.models.catalog;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One form in which a model can be had.
 *
 * @param id unique in the catalogue, such as {@code qwen2.5-coder-1.5b-q4_k_m}; also that of the installed model
 * @param engine the id of the engine that runs it
 * @param quantisation how its numbers are stored, such as {@code Q4_K_M}
 * @param repository of the hub, such as {@code Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF}
 * @param files in it
 * @param bytes of all files, where somebody looked; what counts is what the hub says on the day
 * @param sha256 of the one file, where it was verified by hand; otherwise the hub's own listing says it when it is fetched
 */
public record ModelVariant(
        String id,
        String engine,
        String quantisation,
        String repository,
        List<String> files,
        OptionalLong bytes,
        Optional<String> sha256) {
    public ModelVariant {
        files = List.copyOf(files);
    }
}
