/**
 * How well code is completed, measured on a repository's own code: {@link dev.orrery.app.cli.completion.CompletionBench} with files held
 * out, {@link dev.orrery.app.cli.completion.HistoryBench} with the lines of the latest commits. Both ask the same {@link
 * dev.orrery.app.cli.completion.Question}s of several {@link dev.orrery.app.cli.completion.Contestant}s in one run. All happens in a {@link
 * dev.orrery.app.cli.completion.ScratchRepository}; nothing is written into the repository, and the user's index is not used. Printing
 * is the commands' business.
 */
@NullMarked
package dev.orrery.app.cli.completion;

import org.jspecify.annotations.NullMarked;
