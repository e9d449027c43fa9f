/**
 * Questions about the shape of a graph: who is reached by a change and over which way ({@link
 * dev.orrery.indexer.link.impact.Impact}), what forms cycles, what is hot, what is dead. Pure functions of one snapshot, safe
 * from any thread; nothing here reads files or keeps state between questions.
 */
@NullMarked
package dev.orrery.indexer.link.impact;

import org.jspecify.annotations.NullMarked;
