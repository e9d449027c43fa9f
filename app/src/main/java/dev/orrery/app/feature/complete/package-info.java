/**
 * Proposals in the editor: {@link dev.orrery.app.feature.complete.CompletionViewModel} decides what is shown,
 * the overlay shows it over one editor.
 */
@NullMarked
package dev.orrery.app.feature.complete;

import org.jspecify.annotations.NullMarked;
