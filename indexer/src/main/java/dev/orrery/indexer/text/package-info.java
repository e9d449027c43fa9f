/**
 * Text search. {@link dev.orrery.indexer.text.TextIndex} is the way in and, with {@code semantic}, the only home of Lucene.
 *
 * <p>The index knows which words stand in which file, and nothing more: no positions, no counts, no text. A search turns
 * its pattern into words and parts of words that every match needs, asks the index which files have them, and reads those
 * files to find the matches ({@code DiskTextScanner}). What was read stays in memory ({@code TextMemory}), and who finds
 * something in it looks whether the file is still the same. So an index can be behind, but an answer never shows what a
 * file does not hold. Files that changed lately are candidates of every search ({@code Overlay}), which costs less than
 * opening Lucene's reader anew after each save. Where only the best hits are wanted, the most promising files are read first ({@code HitRanking}). A word is a run of ASCII letters, digits, underscores and bytes beyond ASCII.
 *
 * <p>An index has one writer and is safe from any thread. Which files there are, which changed and when to commit is for
 * the caller to say; symbols are found in {@code names}.
 */
@NullMarked
package dev.orrery.indexer.text;

import org.jspecify.annotations.NullMarked;
