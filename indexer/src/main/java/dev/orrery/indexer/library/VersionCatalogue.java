package dev.orrery.indexer.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gradle's version catalogue ({@code libs.versions.toml}), as far as libraries need it: one entry a line.
 *
 * @param libraries without a version where the catalogue leaves it open
 */
record VersionCatalogue(List<Library> libraries) {
    private static final Pattern ENTRY =
            Pattern.compile("^\\s*[\"']?([A-Za-z0-9_.-]{1,200})[\"']?\\s*=\\s*(.{1,1000})$");
    private static final Pattern FIELD = Pattern.compile(
            "(module|group|name|version\\.ref|version|ref|strictly|require|prefer)\\s*=\\s*\\{?\\s*[\"']([^\"']{1,300})[\"']");
    private static final Pattern NESTED =
            Pattern.compile("version\\s*=\\s*\\{\\s*(ref|strictly|require|prefer)\\s*=\\s*[\"']([^\"']{1,300})[\"']");
    private static final Pattern QUOTED = Pattern.compile("^[\"']([^\"']{1,300})[\"']");

    record Library(String group, String artifact, String version) {}

    static VersionCatalogue parse(String toml) {
        Map<String, String> versions = new HashMap<>();
        List<String> entries = new ArrayList<>();
        String table = "";
        for (String line : toml.lines().toList()) {
            String stripped = line.strip();
            if (stripped.startsWith("[")) {
                table = stripped;
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                continue;
            }
            if (table.startsWith("[versions]")) {
                versions.put(entry.group(1), version(entry.group(2).strip()));
            } else if (table.startsWith("[libraries]")) {
                entries.add(entry.group(2).strip());
            }
        }
        List<Library> libraries = new ArrayList<>();
        entries.forEach(entry -> add(entry, versions, libraries));
        return new VersionCatalogue(List.copyOf(libraries));
    }

    private static String version(String value) {
        Matcher plain = QUOTED.matcher(value);
        if (plain.find()) {
            return plain.group(1);
        }
        return fields(value).values().stream().findFirst().orElse("");
    }

    private static Map<String, String> fields(String value) {
        Map<String, String> fields = new HashMap<>();
        Matcher nested = NESTED.matcher(value);
        if (nested.find()) {
            fields.put(nested.group(1).equals("ref") ? "version.ref" : "version", nested.group(2));
        }
        Matcher field = FIELD.matcher(value);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        return fields;
    }

    private static void add(String entry, Map<String, String> versions, List<Library> libraries) {
        Matcher plain = QUOTED.matcher(entry);
        Map<String, String> fields = plain.find() ? Map.of("module", plain.group(1)) : fields(entry);
        String[] parts = fields.getOrDefault(
                        "module", fields.getOrDefault("group", "") + ":" + fields.getOrDefault("name", ""))
                .split(":", -1);
        String version = fields.containsKey("version.ref")
                ? versions.getOrDefault(fields.get("version.ref"), "")
                : fields.getOrDefault("version", parts.length > 2 ? parts[2] : "");
        if (parts.length >= 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
            libraries.add(new Library(parts[0], parts[1], version));
        }
    }
}
