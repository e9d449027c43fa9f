package dev.orrery.indexer.link.java;

import dev.orrery.indexer.library.ClassPath;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The classes of libraries, behind those of the JDK. Class files name classes that are nowhere, of which only the name is
 * then known, and such as the repository declares itself, which go before those in jars.
 */
final class JarTypes implements LibraryTypes {
    private final JdkTypes jdk;
    private final ClassPath jars;
    private final Function<String, @Nullable SourceClass> sources;
    private final Map<String, JavaClass> classes = new ConcurrentHashMap<>();

    /** @param sources the repository's own class of an internal name, or null */
    JarTypes(JdkTypes jdk, ClassPath jars, Function<String, @Nullable SourceClass> sources) {
        this.jdk = jdk;
        this.jars = jars;
        this.sources = sources;
    }

    /** The same before anything was asked. */
    JarTypes fresh() {
        return new JarTypes(jdk, jars, sources);
    }

    /**
     * Whether class files name one of these classes, so that what was read of them no longer holds where it came or went.
     *
     * @param names of classes, each behind its package and a slash, without the classes around it
     */
    boolean names(Collection<String> names) {
        return !names.isEmpty()
                && classes.keySet().stream().anyMatch(known -> {
                    int slash = known.lastIndexOf('/');
                    for (String part : known.substring(slash + 1).split("\\$")) {
                        if (names.contains(known.substring(0, slash + 1) + part)) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    @Override
    public boolean hasPackage(String name) {
        return jdk.hasPackage(name) || jars.hasPackage(name);
    }

    @Override
    public Collection<String> list(String packageName) {
        return jdk.hasPackage(packageName) ? jdk.list(packageName) : jars.classes(packageName);
    }

    @Override
    public Collection<String> packages() {
        List<String> all = new ArrayList<>(jdk.packages());
        all.addAll(jars.packageNames());
        return all;
    }

    @Override
    public @Nullable JavaClass load(String internalName) {
        if (jdk.has(internalName)) {
            return jdk.reference(internalName);
        }
        return jars.has(internalName) ? reference(internalName) : null;
    }

    @Override
    public JavaClass reference(String internalName) {
        JavaClass known = classes.get(internalName);
        return known != null ? known : classes.computeIfAbsent(internalName, this::resolve);
    }

    private JavaClass resolve(String internalName) {
        if (jdk.has(internalName)) {
            return jdk.reference(internalName);
        }
        SourceClass own = sources.apply(internalName);
        if (own != null) {
            return own;
        }
        return jars.has(internalName)
                ? new LibraryClass(this, internalName)
                : new ExternalClass(internalName.replace('/', '.').replace('$', '.'));
    }

    @Override
    public @Nullable ClassModel read(String internalName) {
        byte[] bytes = jars.read(internalName);
        return bytes == null ? null : ClassFile.of().parse(bytes);
    }

    @Override
    public boolean isComplete() {
        return false;
    }
}
