package dev.orrery.models;

import dev.orrery.api.ModelRequest;
import dev.orrery.api.PromptPart;
import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import dev.orrery.models.engine.LoadedModel;
import dev.orrery.models.engine.Prompt;
import dev.orrery.models.engine.Sampling;
import dev.orrery.models.engine.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one model gets of a request.
 *
 * @param prompt what to answer; empty for vectors
 * @param texts what to turn into vectors; empty for an answer
 * @param promptTokens of all of it, as the model counts, marks between the texts included
 * @param notes what was left out so that it fits
 */
record Letter(Optional<Prompt> prompt, List<String> texts, int promptTokens, List<UserMessage> notes) {
    private static final int MARKS = 8;

    static Letter of(ModelRequest request, List<PromptPart> parts, LoadedModel model) throws EngineException {
        PromptFitter fitter = new PromptFitter(
                model::countTokens,
                model.capabilities().contextTokens(),
                request.limits().tokens());
        Optional<Prompt> prompt =
                switch (request.task()) {
                    case COMPLETION -> Optional.of(fitter.completion(parts));
                    case CHAT -> Optional.of(fitter.chat(parts));
                    case EMBEDDING -> Optional.empty();
                };
        List<String> texts = prompt.isPresent() ? List.of() : fitter.texts(parts);
        long tokens = words(prompt, texts).stream()
                .mapToLong(text -> model.countTokens(text) + MARKS)
                .sum();
        return new Letter(prompt, texts, (int) Math.min(Integer.MAX_VALUE, tokens), fitter.notes());
    }

    private static List<String> words(Optional<Prompt> prompt, List<String> texts) {
        List<String> words = new ArrayList<>(texts);
        switch (prompt.orElse(null)) {
            case Prompt.Infill infill -> words.addAll(List.of(infill.context(), infill.prefix(), infill.suffix()));
            case Prompt.Chat chat -> chat.turns().forEach(turn -> words.add(turn.text()));
            case null -> {}
        }
        return words;
    }

    /** What would leave the machine; empty where the model cannot tell. */
    Optional<WireRequest> wire(LoadedModel model, Sampling sampling) {
        return prompt.isPresent() ? model.wire(prompt.get(), sampling) : model.wire(texts);
    }
}
