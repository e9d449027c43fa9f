/**
 * What a prompt or a reader needs to know at one caret: plan, retrieve, assemble to a token budget. {@link
 * dev.orrery.indexer.context.CaretContext} is the way in, a {@link dev.orrery.api.ContextSource}.
 *
 * <p>The plan stands on the graph and on the names that the buffer's text holds, never on one language's rules: what is called,
 * named, extended and enclosed near the caret scores declarations, and these score the types and files that declare them.
 * Nothing is parsed: the snapshot knows the file as it is on disk, and lines that only the buffer has count by their names.
 * Safe from any thread; what is kept between questions is the table of names of one snapshot and the lines of some files.
 */
@NullMarked
package dev.orrery.indexer.context;

import org.jspecify.annotations.NullMarked;
