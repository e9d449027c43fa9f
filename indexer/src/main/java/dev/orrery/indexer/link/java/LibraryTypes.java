package dev.orrery.indexer.link.java;

import java.lang.classfile.ClassModel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Classes that are there as class files, read when they are first asked for. Safe from any thread. */
interface LibraryTypes {
    boolean hasPackage(String name);

    /** The class with that internal name ({@code java/util/Map$Entry}), or null. */
    @Nullable
    JavaClass load(String internalName);

    /** The class with that internal name, of which another class file says that it exists. */
    JavaClass reference(String internalName);

    /**
     * The class file; null where it cannot be read.
     *
     * @throws RuntimeException of any kind where it is damaged, also later, when its parts are asked for
     */
    @Nullable
    ClassModel read(String internalName);

    /** The internal names of the classes of a package without the package, those in classes ({@code Map$Entry}) among them. */
    Collection<String> list(String packageName);

    /** The packages. */
    Collection<String> packages();

    /** Whether all supertypes of these classes are known. */
    boolean isComplete();

    /** The top-level class of that name, or null. */
    default @Nullable JavaClass find(String packageName, String simpleName) {
        return hasPackage(packageName)
                ? load(packageName.isEmpty() ? simpleName : packageName.replace('.', '/') + "/" + simpleName)
                : null;
    }

    /** A type by name; of which only the name is known where it is not there. */
    default Type.ClassType type(String packageName, String simpleName, Type... arguments) {
        JavaClass symbol = find(packageName, simpleName);
        return new Type.ClassType(
                symbol == null ? new ExternalClass(packageName + "." + simpleName) : symbol, List.of(arguments));
    }
}
