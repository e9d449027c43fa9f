package dev.orrery.models.ledger;

import dev.orrery.api.ModelTask;
import dev.orrery.api.Risk;
import dev.orrery.api.Urgency;

/**
 * A request as it comes in.
 *
 * @param workspace the repository's root; empty for none
 */
public record Asked(ModelTask task, String workspace, Urgency urgency, Risk risk) {}
