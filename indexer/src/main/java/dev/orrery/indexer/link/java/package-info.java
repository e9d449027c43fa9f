/**
 * Links Java by types. {@link dev.orrery.indexer.link.java.JavaStrategy} is the way in. {@code JavaModel} knows the classes
 * of the repository and, through {@code LibraryTypes}, those of the running JDK and of libraries; {@code JavaResolver} infers the types of
 * one file's expressions as far as calls need them and picks the methods that calls reach, following chapters 6, 15 and 18
 * of the language specification where they matter to that and no further.
 *
 * <p>Every look at a class of the repository is noted in {@code Reads}; that is how the strategy knows whose links a change
 * concerns. Classes are read by many threads while nothing changes, and change while nobody reads.
 */
@NullMarked
package dev.orrery.indexer.link.java;

import org.jspecify.annotations.NullMarked;
