/**
 * Finds the jars of the libraries that a repository's build declares, where that build already downloaded them, and reads
 * class files out of them. {@link dev.orrery.indexer.library.LibraryFinder} is the way in: it reads Maven's {@code pom.xml}
 * with parents, properties, managed versions and what dependencies depend on, from the local Maven repository; what plainly
 * stands in Gradle's build files, lock files and version catalogues, from Gradle's cache; and jars in {@code lib} and
 * {@code libs}. {@link dev.orrery.indexer.library.ClassPath} reads the classes.
 *
 * <p>Nothing is downloaded, nothing is executed, nothing is unpacked or written. All that is read may be hostile: names that
 * become paths are checked by {@code Coordinates}, and sizes, counts and depths are bounded. Each file that was asked for is
 * noted in {@link dev.orrery.indexer.library.Evidence}, so that later it takes only looks at these files to know that the
 * answer still holds. One repository has one class path: where its modules want different versions of a library, the
 * highest is taken.
 *
 * <p>Finding belongs to one thread at a time; a class path may be read by many.
 */
@NullMarked
package dev.orrery.indexer.library;

import org.jspecify.annotations.NullMarked;
