package dev.orrery.app.feature.complete;

import dev.orrery.api.UserMessage;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.Proposal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Proposals at a caret as they are shown.
 *
 * @param request what they answer
 * @param proposals the best first; not empty
 * @param chosen which is shown
 * @param heldBack what the gate kept back of the same answer
 * @param stages how long each stage took
 */
record Ghost(
        CompletionRequest request,
        List<Proposal> proposals,
        int chosen,
        List<Answer.HeldBack> heldBack,
        Map<String, Duration> stages) {
    Proposal proposal() {
        return proposals.get(chosen);
    }

    Ghost turned(int by) {
        return new Ghost(request, proposals, Math.floorMod(chosen + by, proposals.size()), heldBack, stages);
    }

    /** Why nothing is shown, or what was kept back, for who asks. */
    record Silence(CompletionRequest request, List<UserMessage> why, List<Answer.HeldBack> heldBack) {}
}
