/**
 * What runs models: one port, {@link dev.orrery.models.engine.Engine}, and a package below this one for each technology behind it. An engine
 * loads a {@link dev.orrery.models.engine.ModelSource} and gives a {@link dev.orrery.models.engine.LoadedModel} that answers
 * prompts; the same contract test runs against every one. Engines know nothing of workspaces, rules, budgets or each other.
 */
@NullMarked
package dev.orrery.models.engine;

import org.jspecify.annotations.NullMarked;
