package dev.orrery.models.engine;

import java.net.URI;
import java.nio.file.Path;

/** Where a model is. */
public sealed interface ModelSource {
    /** The id that the rest of the application knows it by. */
    String id();

    /**
     * Verified files in a folder of their own.
     *
     * @param folder with one {@code .gguf} (or the first of its parts), or a TorchScript model with its {@code model.json}
     */
    record Files(String id, Path folder) implements ModelSource {}

    /**
     * A model behind an address.
     *
     * @param address of the server, such as {@code http://127.0.0.1:8080/v1}
     * @param name that the server knows it by
     * @param capabilities as the catalogue or the user says
     */
    record Server(String id, URI address, String name, Capabilities capabilities) implements ModelSource {}

    /** A model that needs no files: it is learned from the open repository. */
    record BuiltIn(String id) implements ModelSource {}
}
