/**
 * Figures for a Prometheus server: {@link dev.orrery.models.metrics.Metrics} counts what has ended since the process began, and
 * {@link dev.orrery.models.metrics.MetricsServer} tells them on the loop-back address where the user switched that on. No text and no
 * path of the user's is in them.
 */
@NullMarked
package dev.orrery.models.metrics;

import org.jspecify.annotations.NullMarked;
