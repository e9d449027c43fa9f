package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All classes that Java code of the repository can name. Read by many threads, changed by one while nobody reads. */
final class JavaModel implements ClassFinder {
    private LibraryTypes library;
    private final Map<Integer, UnitClasses> units = new HashMap<>();
    private final Map<String, UnitClasses> byPath = new HashMap<>();
    private int slots;
    private final Map<String, Map<String, List<SourceClass>>> packages = new HashMap<>();
    private final Map<String, List<SourceMethod>> methodsByName = new HashMap<>();

    /** @param jars the libraries of the repository's build */
    JavaModel(JdkTypes jdk, ClassPath jars) {
        this.library = jars.isEmpty() ? jdk : new JarTypes(jdk, jars, this::declared);
    }

    /**
     * Forgets what was read from jars where their classes name one of these, which came or went.
     *
     * @param types simple names, each behind its package and a slash
     * @return whether that was so
     */
    boolean renewLibrary(Set<String> types) {
        if (library instanceof JarTypes jars && jars.names(types)) {
            library = jars.fresh();
            return true;
        }
        return false;
    }

    @Override
    public LibraryTypes library() {
        return library;
    }

    /** The classes of a unit that is known. */
    @Nullable
    UnitClasses unit(SourceUnit unit) {
        return units.get(unit.slot());
    }

    /** The classes of the file at that path, or null. */
    @Nullable
    UnitClasses unit(String path) {
        return byPath.get(path);
    }

    /** More than the slot of any unit that was ever known. */
    int slots() {
        return slots;
    }

    void remove(SourceUnit unit) {
        UnitClasses classes = units.remove(unit.slot());
        if (classes == null) {
            return;
        }
        byPath.remove(unit.path());
        Map<String, List<SourceClass>> names =
                packages.getOrDefault(unit.facts().packageName(), Map.of());
        forEachMember(classes, symbol -> {
            List<SourceClass> list = names.get(symbol.simpleName());
            if (list != null) {
                list.remove(symbol);
            }
        });
        for (int row = 0; row < classes.declarations().count(); row++) {
            SourceMethod method = classes.methodAt(row);
            if (method != null) {
                methodsByName.getOrDefault(method.name(), new ArrayList<>()).remove(method);
            }
        }
    }

    /**
     * Takes a unit in.
     *
     * @param known classes by handle that stay the same objects
     */
    void add(SourceUnit unit, Map<Integer, SourceClass> known) {
        UnitClasses classes = new UnitClasses(this, unit, known);
        units.put(unit.slot(), classes);
        byPath.put(unit.path(), classes);
        slots = Math.max(slots, unit.slot() + 1);
        forEachMember(classes, symbol -> packages.computeIfAbsent(unit.facts().packageName(), key -> new HashMap<>())
                .computeIfAbsent(symbol.simpleName(), key -> new ArrayList<>(1))
                .add(symbol));
        for (int row = 0; row < classes.declarations().count(); row++) {
            SourceMethod method = classes.methodAt(row);
            if (method != null) {
                methodsByName
                        .computeIfAbsent(method.name(), key -> new ArrayList<>(2))
                        .add(method);
            }
        }
    }

    private static void forEachMember(UnitClasses classes, java.util.function.Consumer<SourceClass> each) {
        for (SourceClass symbol : classes.classes()) {
            if (symbol != null && classes.declarations().parent(symbol.row()) < 0) {
                each.accept(symbol);
            }
        }
    }

    Map<Integer, SourceClass> classesByHandle(SourceUnit unit) {
        UnitClasses classes = units.get(unit.slot());
        Map<Integer, SourceClass> known = new HashMap<>();
        if (classes != null) {
            for (SourceClass symbol : classes.classes()) {
                if (symbol != null) {
                    known.put(unit.handle(symbol.row()), symbol);
                }
            }
        }
        return known;
    }

    /** Every method of that name in the repository, in the order of paths. */
    List<SourceMethod> methodsNamed(String name) {
        List<SourceMethod> methods = new ArrayList<>(methodsByName.getOrDefault(name, List.of()));
        methods.sort(Comparator.comparing(
                        (SourceMethod method) -> method.owner().source().path())
                .thenComparingInt(SourceMethod::row));
        return methods;
    }

    @Override
    public boolean hasPackage(String name) {
        return packages.containsKey(name) || library.hasPackage(name);
    }

    @Override
    public Collection<String> declaredIn(String packageName) {
        return packages.getOrDefault(packageName, Map.of()).keySet();
    }

    /** Shows the packages and names of the top-level classes of a package that all may use. */
    void forEachPublic(String packageName, BiConsumer<String, String> each) {
        packages.getOrDefault(packageName, Map.of()).forEach((name, symbols) -> {
            if (symbols.stream().anyMatch(symbol -> Modifiers.has(symbol.modifiers(), Modifiers.PUBLIC))) {
                each.accept(packageName, name);
            }
        });
    }

    @Override
    public Collection<String> declaredPackages() {
        return packages.keySet();
    }

    @Override
    public @Nullable JavaClass find(String packageName, String simpleName, SourceUnit from) {
        List<SourceClass> found = packages.getOrDefault(packageName, Map.of()).getOrDefault(simpleName, List.of());
        if (found.isEmpty()) {
            return library.find(packageName, simpleName);
        }
        SourceClass best = found.getFirst();
        for (SourceClass other : found) {
            if (isNearer(other.source().path(), best.source().path(), from.path())) {
                best = other;
            }
        }
        return best;
    }

    /** The repository's class of an internal name; of several that of the first path. */
    private @Nullable SourceClass declared(String internalName) {
        int slash = internalName.lastIndexOf('/');
        String packageName = internalName.substring(0, Math.max(0, slash)).replace('/', '.');
        Map<String, List<SourceClass>> names = packages.get(packageName);
        String[] parts = internalName.substring(slash + 1).split("\\$");
        if (names == null || parts.length == 0) {
            return null;
        }
        SourceClass found = names.getOrDefault(parts[0], List.of()).stream()
                .min(Comparator.comparing(symbol -> symbol.source().path()))
                .orElse(null);
        for (int i = 1; i < parts.length && found != null; i++) {
            found = found.memberClass(new Reads(), parts[i]);
        }
        return found;
    }

    /** Of several classes of one name the one that shares most folders with the user; then the first path. */
    private static boolean isNearer(String path, String best, String from) {
        int common = commonFolders(path, from);
        int bestCommon = commonFolders(best, from);
        return common != bestCommon ? common > bestCommon : path.compareTo(best) < 0;
    }

    private static int commonFolders(String a, String b) {
        int folders = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            folders += a.charAt(i) == '/' ? 1 : 0;
        }
        return folders;
    }
}
