/**
 * What the user allows: whether a workspace may leave the machine, which of its files never do, what needs no question, which models serve
 * which task, and how much may be spent. Entry point: {@link dev.orrery.models.policy.PolicyStore}. Everything but the store is
 * an immutable value. What is not said is forbidden: the default is that everything stays here.
 */
@NullMarked
package dev.orrery.models.policy;

import org.jspecify.annotations.NullMarked;
