package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The top-level types that any code may name after it imported them, by simple name: those of the repository and of the JDK. */
final class FarTypes {
    private static final int MOST = 200;
    private static final int MOST_OF_A_NAME = 8;

    private final NavigableMap<String, List<String>> byName = new TreeMap<>();

    static FarTypes of(JavaModel model) {
        FarTypes types = new FarTypes();
        for (String packageName : model.declaredPackages()) {
            model.forEachPublic(packageName, types::add);
        }
        JdkTypes jdk = JdkTypes.ofRunning();
        for (String packageName : jdk.packages()) {
            if (packageName.startsWith("java.")) {
                for (String name : jdk.list(packageName)) {
                    JavaClass found = name.indexOf('$') >= 0 ? null : jdk.find(packageName, name);
                    if (found != null && Modifiers.has(found.modifiers(), Modifiers.PUBLIC)) {
                        types.add(packageName, name);
                    }
                }
            }
        }
        return types;
    }

    private void add(String packageName, String name) {
        List<String> qualified = byName.computeIfAbsent(name, key -> new ArrayList<>(1));
        if (!packageName.isEmpty() && qualified.size() < MOST_OF_A_NAME) {
            qualified.add(packageName + "." + name);
        }
    }

    /** Takes a type by its simple and its qualified name. */
    @FunctionalInterface
    interface Taking {
        void take(String name, String qualified);
    }

    /** Some of the types whose names begin so; none for an empty beginning. */
    void beginning(String begun, Taking taking) {
        if (begun.isEmpty()) {
            return;
        }
        int left = MOST;
        for (var each : byName.tailMap(begun, true).entrySet()) {
            if (left == 0 || !each.getKey().startsWith(begun)) {
                return;
            }
            for (String qualified : each.getValue()) {
                taking.take(each.getKey(), qualified);
            }
            left--;
        }
    }
}
