package dev.orrery.indexer.link.java;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The classes that code can name: those of a repository, of the JDK and of libraries. */
interface ClassFinder {
    LibraryTypes library();

    /** Whether the repository, the JDK or a library has that package. */
    boolean hasPackage(String name);

    /** The top-level class of that name that code in {@code from} sees in a package, or null. */
    @Nullable
    JavaClass find(String packageName, String simpleName, SourceUnit from);

    /** The simple names of the repository's top-level classes in a package. */
    Collection<String> declaredIn(String packageName);

    /** The packages of the repository. */
    Collection<String> declaredPackages();
}
