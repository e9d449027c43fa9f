package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayList;
import java.util.List;

/** Packages, as far as a name can begin with them or be imported from them. */
final class KnownPackages {
    private final ClassFinder classes;

    KnownPackages(ClassFinder classes) {
        this.classes = classes;
    }

    /** Whether a package has that name, or begins with it. */
    boolean hasBelow(String name) {
        String below = name + ".";
        return classes.hasPackage(name)
                || classes.declaredPackages().stream().anyMatch(each -> each.startsWith(below))
                || classes.library().packages().stream().anyMatch(each -> each.startsWith(below));
    }

    /** Whether all classes of a package are known: those of the repository, and those that come with every JDK. */
    boolean isComplete(String name) {
        return name.startsWith("java.") && classes.library().hasPackage(name)
                || !classes.declaredIn(name).isEmpty();
    }

    /** The qualified name of the one class of that name that everybody may import; empty where there is none or more. */
    String importable(String simpleName, SourceUnit from) {
        List<String> found = new ArrayList<>();
        for (String name : classes.declaredPackages()) {
            if (classes.declaredIn(name).contains(simpleName) && isPublic(name, simpleName, from)) {
                found.add(name);
            }
        }
        for (String name : classes.library().packages()) {
            if (name.startsWith("java.")
                    && classes.library().list(name).contains(simpleName)
                    && isPublic(name, simpleName, from)) {
                found.add(name);
            }
        }
        return found.size() == 1 ? found.getFirst() + "." + simpleName : "";
    }

    private boolean isPublic(String packageName, String simpleName, SourceUnit from) {
        JavaClass symbol = classes.find(packageName, simpleName, from);
        return symbol != null && Modifiers.has(symbol.modifiers(), Modifiers.PUBLIC);
    }
}
