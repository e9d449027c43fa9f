package dev.orrery.indexer.library;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@code pom.xml} as it is written: nothing inherited, no property replaced; empty texts where nothing is written. Profiles
 * count where they are active by default.
 *
 * @param parent null where there is none
 * @param managed versions, scopes and exclusions for others
 */
record Pom(
        String group,
        String artifact,
        String version,
        @Nullable Parent parent,
        Map<String, String> properties,
        List<Dependency> dependencies,
        List<Dependency> managed) {

    /** @param relativePath where it stands, seen from this pom */
    record Parent(String group, String artifact, String version, String relativePath) {}

    /**
     * @param type what kind of file; a jar where nothing is written
     * @param exclusions {@code group:artifact}, either of which may be {@code *}
     */
    record Dependency(
            String group,
            String artifact,
            String version,
            String type,
            String classifier,
            String scope,
            boolean optional,
            Set<String> exclusions) {

        /** By what a managed version is found. */
        String managementKey() {
            return group + ":" + artifact + ":" + (type.isEmpty() ? "jar" : type) + ":" + classifier;
        }
    }

    static Pom parse(byte[] document) throws IOException {
        XmlElement project =
                XmlElement.parse(document).child("project").orElseThrow(() -> new IOException("no <project>"));
        Map<String, String> properties = new HashMap<>();
        List<Dependency> dependencies = new ArrayList<>();
        List<Dependency> managed = new ArrayList<>();
        List<XmlElement> parts = new ArrayList<>(List.of(project));
        project.list("profiles").stream()
                .filter(profile -> profile.child("activation")
                        .filter(when -> when.text("activeByDefault").equals("true"))
                        .isPresent())
                .forEach(parts::add);
        for (XmlElement part : parts) {
            part.list("properties").forEach(property -> properties.put(property.name(), property.text()));
            part.list("dependencies").forEach(each -> dependencies.add(dependency(each)));
            part.child("dependencyManagement")
                    .ifPresent(all -> all.list("dependencies").forEach(each -> managed.add(dependency(each))));
        }
        return new Pom(
                project.text("groupId"),
                project.text("artifactId"),
                project.text("version"),
                project.child("parent").map(Pom::parent).orElse(null),
                properties,
                dependencies,
                managed);
    }

    private static Parent parent(XmlElement parent) {
        String path = parent.child("relativePath").isPresent() ? parent.text("relativePath") : "../pom.xml";
        return new Parent(parent.text("groupId"), parent.text("artifactId"), parent.text("version"), path);
    }

    private static Dependency dependency(XmlElement element) {
        Set<String> exclusions = element.list("exclusions").stream()
                .map(exclusion -> exclusion.text("groupId") + ":" + exclusion.text("artifactId"))
                .collect(Collectors.toUnmodifiableSet());
        return new Dependency(
                element.text("groupId"),
                element.text("artifactId"),
                element.text("version"),
                element.text("type"),
                element.text("classifier"),
                element.text("scope"),
                element.text("optional").equals("true"),
                exclusions);
    }
}
