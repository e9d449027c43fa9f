package dev.orrery.models.complete;

import dev.orrery.api.UserMessage;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found for one caret.
 *
 * @param proposals lines and blocks to show at the caret, the best first; all of them passed the gate
 * @param items words that may stand at the caret, the best first
 * @param heldBack what the gate did not let through
 * @param silence why nothing is proposed; empty where something is
 * @param stages how long each stage took, in order, by its id: {@code trigger}, {@code scope}, {@code candidates}, {@code ranking}, {@code gate}
 */
public record Answer(
        List<Proposal> proposals,
        List<Item> items,
        List<HeldBack> heldBack,
        List<UserMessage> silence,
        Map<String, Duration> stages) {
    public Answer {
        proposals = List.copyOf(proposals);
        items = List.copyOf(items);
        heldBack = List.copyOf(heldBack);
        silence = List.copyOf(silence);
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
    }

    /**
     * A proposal that was not shown.
     *
     * @param proposal what it was
     * @param why a sentence for each reason
     */
    public record HeldBack(Proposal proposal, List<UserMessage> why) {
        public HeldBack {
            why = List.copyOf(why);
        }
    }
}
