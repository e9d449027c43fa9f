/**
 * Which files of a repository are searched and indexed, and what their bytes mean as text. {@link
 * dev.orrery.indexer.scan.RepositoryScanner} walks a tree, {@link dev.orrery.indexer.scan.IgnoreRules} says what to leave
 * out.
 *
 * <p>Everything here only reads, follows no symbolic link, and is safe from any thread unless it says otherwise. What a
 * file's text means, parsing and indexing it, belongs to the packages beside this one.
 */
@NullMarked
package dev.orrery.indexer.scan;

import org.jspecify.annotations.NullMarked;
