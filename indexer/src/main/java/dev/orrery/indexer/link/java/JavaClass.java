package dev.orrery.indexer.link.java;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A class or interface: of the repository, of the JDK, or one of which only the name is known. */
interface JavaClass {
    String simpleName();

    /** Package, enclosing classes and name, joined by dots. */
    String qualifiedName();

    String packageName();

    boolean isInterface();

    /** Whether its members are known; false for a class of which only the name is. */
    boolean isKnown();

    /** The class lexically around it, or null. */
    @Nullable
    JavaClass outer();

    List<TypeVariable> typeParameters(Reads reads);

    /** The superclass; null for interfaces and {@code Object}. */
    @Nullable
    Type superclass(Reads reads);

    List<Type> interfaces(Reads reads);

    /** The methods of that name that it declares itself. */
    List<JavaMethod> methods(Reads reads, String name);

    /** All methods that it declares itself. */
    List<JavaMethod> methods(Reads reads);

    List<JavaMethod> constructors(Reads reads);

    /** The field of that name that it declares itself, or null. */
    @Nullable
    JavaField field(Reads reads, String name);

    /** All fields that it declares itself, by name. */
    Map<String, ? extends JavaField> fields(Reads reads);

    /** The class of that name that it declares itself, or null. */
    @Nullable
    JavaClass memberClass(Reads reads, String name);

    /** All classes that it declares itself. */
    Collection<? extends JavaClass> memberClasses(Reads reads);

    /** Bits of {@link dev.orrery.api.Modifiers}. */
    int modifiers();
}
