/**
 * From facts to the call graph. {@link dev.orrery.indexer.link.Linker} is the way in: it keeps the facts of all files,
 * lets one {@link dev.orrery.indexer.link.unit.LinkStrategy} per family of languages resolve their calls, and assembles
 * what they found into an immutable {@link dev.orrery.api.CodeGraph}; {@link dev.orrery.indexer.link.Deltas} says what
 * differs between two of them.
 *
 * <p>Linking is a pure function of the set of facts and of the libraries. An update resolves only those files again whose answers may differ,
 * and its result equals that of a full link, column by column. A linker has one owner at a time; graphs are safe
 * anywhere. Nothing here reads a repository's files; classes of libraries come through
 * {@link dev.orrery.indexer.library.ClassPath}.
 */
@NullMarked
package dev.orrery.indexer.link;

import org.jspecify.annotations.NullMarked;
