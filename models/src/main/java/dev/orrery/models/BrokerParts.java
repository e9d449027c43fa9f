package dev.orrery.models;

import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.metrics.Metrics;
import dev.orrery.models.policy.PolicyStore;
import dev.orrery.models.pool.ModelPool;
import dev.orrery.models.safety.Screening;
import java.time.InstantSource;

/**
 * What a {@link Broker} works with.
 *
 * @param pool the models
 * @param policies the user's rules
 * @param ledger where everything is written down
 * @param screening what a request goes through before it leaves
 * @param consent asks the user
 * @param metrics counts
 */
public record BrokerParts(
        ModelPool pool,
        PolicyStore policies,
        Ledger ledger,
        Screening screening,
        Consent consent,
        Metrics metrics,
        InstantSource clock) {}
