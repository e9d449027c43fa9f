package dev.orrery.models.complete;

import dev.orrery.api.TextEdit;
import java.time.Duration;
import java.util.List;

/**
 * Code that may stand at the caret.
 *
 * @param edit what accepting it does, besides the imports
 * @param imports qualified names that are imported when it is accepted
 * @param source who made it
 * @param probability that it is what the user wants, 0 to 1
 * @param took from the request until it was there
 */
public record Proposal(TextEdit edit, List<String> imports, Source source, double probability, Duration took) {
    public Proposal {
        imports = List.copyOf(imports);
    }

    /**
     * Who made a proposal and from what.
     *
     * @param engine the engine's id, such as {@code ngram}; {@code scope} for names that the types give
     * @param model the model's id
     * @param request its number in the ledger; 0 where it is in none yet
     * @param paths files whose code it was given, relative to the repository's root, the most important first
     */
    public record Source(String engine, String model, long request, List<String> paths) {
        public Source {
            paths = List.copyOf(paths);
        }
    }
}
