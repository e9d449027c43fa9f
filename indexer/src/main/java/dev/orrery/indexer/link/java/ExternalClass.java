package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class of which only the name is known: it is declared neither in the repository nor in the JDK.
 *
 * @param qualifiedName as qualified as it is known; empty where not even the name is, only that it comes from outside
 */
record ExternalClass(String qualifiedName) implements JavaClass {
    /** What something outside of the repository hands out. */
    static final Type.ClassType RESULT = new Type.ClassType(new ExternalClass(""));

    /** The name of a member of this class. */
    String member(String name) {
        return qualifiedName.isEmpty() ? name : qualifiedName + "." + name;
    }

    @Override
    public String simpleName() {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    @Override
    public String packageName() {
        return qualifiedName.substring(0, Math.max(0, qualifiedName.lastIndexOf('.')));
    }

    @Override
    public boolean isInterface() {
        return false;
    }

    @Override
    public boolean isKnown() {
        return false;
    }

    @Override
    public @Nullable JavaClass outer() {
        return null;
    }

    @Override
    public List<TypeVariable> typeParameters(Reads reads) {
        return List.of();
    }

    @Override
    public @Nullable Type superclass(Reads reads) {
        return null;
    }

    @Override
    public List<Type> interfaces(Reads reads) {
        return List.of();
    }

    @Override
    public List<JavaMethod> methods(Reads reads, String name) {
        return List.of();
    }

    @Override
    public List<JavaMethod> methods(Reads reads) {
        return List.of();
    }

    @Override
    public List<JavaMethod> constructors(Reads reads) {
        return List.of();
    }

    @Override
    public @Nullable JavaField field(Reads reads, String name) {
        return null;
    }

    @Override
    public Map<String, ? extends JavaField> fields(Reads reads) {
        return Map.of();
    }

    @Override
    public @Nullable JavaClass memberClass(Reads reads, String name) {
        return null;
    }

    @Override
    public Collection<? extends JavaClass> memberClasses(Reads reads) {
        return List.of();
    }

    @Override
    public int modifiers() {
        return Modifiers.PUBLIC;
    }
}
