/**
 * A form of Lucene's postings that takes little room: {@link dev.orrery.indexer.text.packed.PackedPostingsFormat}. It serves what
 * {@code .text} asks of an index, words and the documents that have them; frequencies, positions and skipping do not belong
 * here. Readers are safe from any thread, what they hand out is confined to one.
 */
@NullMarked
package dev.orrery.indexer.text.packed;

import org.jspecify.annotations.NullMarked;
