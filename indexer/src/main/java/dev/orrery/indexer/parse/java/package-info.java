/**
 * Facts of Java source. {@link dev.orrery.indexer.parse.java.JavaExtractor} is the way in; the other classes each read one
 * part of the language (declarations, statements, expressions, types, modifiers) and share one
 * {@link dev.orrery.indexer.parse.java.JavaWalk} for the file at hand, which has one owner. What the language adds without
 * writing it (constructors, a record's accessors, an enum's {@code values}) is declared here too, so that the linker finds
 * all symbols alike.
 */
@NullMarked
package dev.orrery.indexer.parse.java;

import org.jspecify.annotations.NullMarked;
