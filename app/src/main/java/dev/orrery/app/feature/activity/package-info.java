/**
 * The room that shows what was asked of models: figures of a period, the requests one by one, what left the machine, and how much may
 * be spent. Entry point: {@link dev.orrery.app.feature.activity.ActivityView}. UI thread only; the ledger is read in the background.
 */
@NullMarked
package dev.orrery.app.feature.activity;

import org.jspecify.annotations.NullMarked;
