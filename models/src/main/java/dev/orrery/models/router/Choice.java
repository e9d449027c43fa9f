package dev.orrery.models.router;

import dev.orrery.models.pool.PooledModel;

/**
 * A model that a request may go to.
 *
 * @param model which
 * @param permission whether the user must say yes first
 * @param mostMicroDollars what it can cost at most, in millionths of a US dollar
 */
public record Choice(PooledModel model, Permission permission, long mostMicroDollars) {

    /** Whether the user must say yes first. */
    public enum Permission {
        GRANTED,
        ASK
    }
}
