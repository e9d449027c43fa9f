/**
 * Completion of the open repository, joined from its index and from the models: {@link dev.orrery.app.complete.RepositoryCompletion}. Window,
 * command line and language server use the same.
 */
@NullMarked
package dev.orrery.app.complete;

import org.jspecify.annotations.NullMarked;
