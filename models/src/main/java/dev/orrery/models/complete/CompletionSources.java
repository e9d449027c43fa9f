package dev.orrery.models.complete;

import dev.orrery.api.ContextSource;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ScopeAt;
import dev.orrery.models.ngram.NgramModel;
import java.util.function.Supplier;

/**
 * Whom proposals are asked of.
 *
 * @param model what was learned of the repository; asked anew for each caret
 * @param scope which names are visible
 * @param check whether code is sound
 * @param context what a model should read besides the file
 */
public record CompletionSources(
        Supplier<NgramModel> model, ScopeAt scope, ProposalCheck check, ContextSource context) {}
