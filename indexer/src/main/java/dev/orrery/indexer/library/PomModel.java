package dev.orrery.indexer.library;

import dev.orrery.indexer.library.Pom.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pom together with the poms that it inherits from: properties are replaced, managed versions are found. */
final class PomModel {
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^${}]{1,200})}");
    private static final int LONGEST = 1_000;
    private static final int MOST_ROUNDS = 20;

    private final List<Pom> chain;
    private final PomModels models;
    private @Nullable List<PomModel> imports;
    private @Nullable Map<String, Dependency> ownManaged;
    private final Map<String, Optional<Dependency>> managed = new HashMap<>();

    /** @param chain the pom, its parent, that one's parent, … */
    PomModel(List<Pom> chain, PomModels models) {
        this.chain = chain;
        this.models = models;
    }

    String group() {
        return inherited("groupId");
    }

    String artifact() {
        return replaced(chain.getFirst().artifact());
    }

    String version() {
        return inherited("version");
    }

    private String inherited(String part) {
        return replaced("${project." + part + "}");
    }

    /** What it and its parents depend on; properties are replaced, versions may still be missing. */
    List<Dependency> dependencies() {
        Map<String, Dependency> all = new LinkedHashMap<>();
        for (Pom pom : chain) {
            for (Dependency each : pom.dependencies()) {
                Dependency plain = replaced(each);
                all.putIfAbsent(plain.managementKey(), plain);
            }
        }
        return List.copyOf(all.values());
    }

    /** What is managed here for a dependency, imported lists included, or empty. */
    Optional<Dependency> managed(String key) {
        Optional<Dependency> known = managed.get(key);
        if (known == null) {
            managed.put(key, Optional.empty()); // lists that import each other end here
            known = findManaged(key);
            managed.put(key, known);
        }
        return known;
    }

    private Optional<Dependency> findManaged(String key) {
        Dependency own = ownManaged().get(key);
        if (own != null) {
            return Optional.of(replaced(own));
        }
        for (PomModel imported : imports()) {
            Optional<Dependency> found = imported.managed(key);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Map<String, Dependency> ownManaged() {
        Map<String, Dependency> known = ownManaged;
        if (known == null) {
            known = new HashMap<>();
            for (Pom pom : chain) {
                for (Dependency each : pom.managed()) {
                    known.putIfAbsent(replaced(each.managementKey()), each);
                }
            }
            ownManaged = known;
        }
        return known;
    }

    private List<PomModel> imports() {
        List<PomModel> known = imports;
        if (known == null) {
            imports = List.of();
            known = new ArrayList<>();
            for (Pom pom : chain) {
                for (Dependency each : pom.managed()) {
                    if (each.scope().equals("import")) {
                        Dependency plain = replaced(each);
                        Coordinates.of(plain.group(), plain.artifact(), plain.version())
                                .flatMap(models::of)
                                .ifPresent(known::add);
                    }
                }
            }
            imports = known;
        }
        return known;
    }

    private Dependency replaced(Dependency raw) {
        return new Dependency(
                replaced(raw.group()),
                replaced(raw.artifact()),
                replaced(raw.version()),
                replaced(raw.type()),
                replaced(raw.classifier()),
                replaced(raw.scope()),
                raw.optional(),
                raw.exclusions());
    }

    /** A text with its properties replaced; those that nothing defines stay, and so does what never ends. */
    String replaced(String text) {
        String now = text;
        for (int round = 0; round < MOST_ROUNDS && now.contains("${"); round++) {
            Matcher matcher = PROPERTY.matcher(now);
            StringBuilder next = new StringBuilder();
            while (matcher.find() && next.length() < LONGEST) {
                matcher.appendReplacement(next, Matcher.quoteReplacement(property(matcher.group(1))));
            }
            matcher.appendTail(next);
            if (next.length() > LONGEST || next.toString().equals(now)) {
                return text;
            }
            now = next.toString();
        }
        return now;
    }

    private String property(String name) {
        String own = name.startsWith("pom.") ? "project." + name.substring("pom.".length()) : name;
        Pom.Parent parent = chain.getFirst().parent();
        String found =
                switch (own) {
                    case "project.groupId", "groupId" -> first(Pom::group, parent == null ? "" : parent.group());
                    case "project.version", "version" -> first(Pom::version, parent == null ? "" : parent.version());
                    case "project.artifactId", "artifactId" -> chain.getFirst().artifact();
                    case "project.parent.groupId" -> parent == null ? "" : parent.group();
                    case "project.parent.artifactId" -> parent == null ? "" : parent.artifact();
                    case "project.parent.version" -> parent == null ? "" : parent.version();
                    default -> "";
                };
        for (int i = 0; i < chain.size() && found.isEmpty(); i++) {
            found = chain.get(i).properties().getOrDefault(name, "");
        }
        return found.isEmpty() || found.length() > LONGEST ? "${" + name + "}" : found;
    }

    private String first(Function<Pom, String> part, String otherwise) {
        String own = part.apply(chain.getFirst());
        return own.isEmpty() ? otherwise : own;
    }
}
