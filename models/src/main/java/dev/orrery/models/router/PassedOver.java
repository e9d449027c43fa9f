package dev.orrery.models.router;

import dev.orrery.api.UserMessage;
import dev.orrery.models.pool.PooledModel;

/**
 * A model that a request does not go to.
 *
 * @param model which
 * @param why the kind of reason
 * @param preferred whether it would have been chosen before the one that was
 * @param message the reason in words, with the model's name
 */
public record PassedOver(PooledModel model, Why why, boolean preferred, UserMessage message) {

    /** Why a model is not taken, in the order in which it is looked at. */
    public enum Why {
        /** Another one was asked for by name. */
        NOT_NAMED,
        /** It is elsewhere, and nobody assigned it to the task. */
        NOT_ASSIGNED,
        /** It cannot do the task. */
        TASK,
        /** It does not read what stands behind the caret. */
        INFILL,
        /** It is elsewhere, and everything stays here. */
        PRIVACY,
        /** It is elsewhere, and the request is about a file that stays here. */
        EXCLUDED,
        /** Its context is too small even for what cannot be left out. */
        CONTEXT,
        /** The budget could be overrun. */
        BUDGET,
        /** It cannot take a request now. */
        HEALTH,
        /** It is not loaded, and the answer would come too late. */
        NOT_LOADED,
        /** Its first token would come too late. */
        TOO_SLOW,
        /** There are enough others before it. */
        SPARE
    }
}
