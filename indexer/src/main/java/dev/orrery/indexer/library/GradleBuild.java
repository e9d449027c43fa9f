package dev.orrery.indexer.library;

import dev.orrery.indexer.library.Pom.Dependency;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What plainly stands in the files of a Gradle build, which is a program that is not run: coordinates in texts, variables
 * that are given a text, lock files and version catalogues. All projects of the build are one.
 */
final class GradleBuild {
    private static final String NAME = "[A-Za-z0-9_.-]{1,200}";
    private static final Pattern ASSIGNED = Pattern.compile(
            "([A-Za-z_][A-Za-z0-9_.-]{0,100})[\"']?\\]?\\s{0,9}[=:]\\s{0,9}[\"']([A-Za-z0-9_.+-]{1,100})[\"']");
    private static final Pattern TEXT = Pattern.compile(
            "[\"'](" + NAME + "):(" + NAME + ")(?::([^\"':@\\s]{1,100}))?(?::(" + NAME + "))?(?:@[a-z]{1,9})?[\"']");
    private static final Pattern PARTS = Pattern.compile("group\\s{0,9}[:=]\\s{0,9}[\"'](" + NAME
            + ")[\"']\\s{0,9},\\s{0,9}name\\s{0,9}[:=]\\s{0,9}[\"'](" + NAME
            + ")[\"'](?:\\s{0,9},\\s{0,9}version\\s{0,9}[:=]\\s{0,9}[\"']?([^\"',)\\s]{1,100}))?");
    private static final Pattern DEPENDS = Pattern.compile(
            "\\b(?:[a-zA-Z]{0,40}(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly)|compile|testCompile|annotationProcessor)\\b");
    private static final Pattern LIST = Pattern.compile("\\b(?:enforcedPlatform|platform|mavenBom)\\b");
    private static final Pattern NOT_FOR_CODE = Pattern.compile("\\b(?:classpath|exclude)\\b");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_.]{0,100})}?");
    private static final Pattern LOCKED =
            Pattern.compile("^(" + NAME + "):(" + NAME + "):(" + NAME + ")=", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)//.*$");

    private final Map<String, String> variables = new HashMap<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Dependency> lists = new ArrayList<>();

    void addProperties(String text) {
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#")) {
                variables.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        });
    }

    /** Must be known before the scripts that use them. */
    void addVariables(String script) {
        Matcher assigned = ASSIGNED.matcher(script);
        while (assigned.find()) {
            String name = assigned.group(1);
            variables.putIfAbsent(name.startsWith("ext.") ? name.substring("ext.".length()) : name, assigned.group(2));
        }
    }

    void addLocked(String lockFile) {
        Matcher locked = LOCKED.matcher(lockFile);
        while (locked.find()) {
            add(locked.group(1), locked.group(2), locked.group(3), "");
        }
    }

    void addScript(String script) {
        COMMENT.matcher(script).replaceAll("").lines().forEach(this::addLine);
    }

    private void addLine(String line) {
        if (NOT_FOR_CODE.matcher(line).find()) {
            return;
        }
        boolean list = LIST.matcher(line).find();
        boolean depends = list || DEPENDS.matcher(line).find();
        Matcher parts = PARTS.matcher(line);
        while (depends && parts.find()) {
            add(parts.group(1), parts.group(2), version(parts.group(3)), "");
        }
        Matcher text = TEXT.matcher(line);
        while (text.find()) {
            String version = version(text.group(3));
            if (list) {
                lists.add(dependency(text.group(1), text.group(2), version, "", "import"));
            } else if (depends || !version.isEmpty() && text.group(1).contains(".")) {
                add(text.group(1), text.group(2), version, text.group(4) == null ? "" : text.group(4));
            }
        }
    }

    void addCatalogue(VersionCatalogue catalogue) {
        catalogue.libraries().forEach(library -> add(library.group(), library.artifact(), library.version(), ""));
    }

    private String version(@Nullable String written) {
        if (written == null) {
            return "";
        }
        Matcher variable = VARIABLE.matcher(written);
        String replaced = variable.replaceAll(
                match -> Matcher.quoteReplacement(variables.getOrDefault(last(match.group(1)), match.group())));
        String version = variables.getOrDefault(replaced, replaced);
        return Coordinates.isName(version) && !version.contains("+") ? version : "";
    }

    /** {@code rootProject.ext.x} is {@code x}. */
    private String last(String name) {
        return variables.containsKey(name) ? name : name.substring(name.lastIndexOf('.') + 1);
    }

    private void add(String group, String artifact, String version, String classifier) {
        dependencies.add(dependency(group, artifact, version, classifier, ""));
    }

    private static Dependency dependency(
            String group, String artifact, String version, String classifier, String scope) {
        return new Dependency(group, artifact, version, "", classifier, scope, false, Set.of());
    }

    /** All of it as one module; versions that stand nowhere are the newest that Gradle has downloaded. */
    PomModel module(PomModels models, LocalArtifacts artifacts) {
        PomModel plain = new PomModel(List.of(pom(dependencies)), models);
        List<Dependency> complete = new ArrayList<>();
        for (Dependency each : dependencies) {
            String newest = each.version().isEmpty()
                            && plain.managed(each.managementKey()).isEmpty()
                    ? artifacts.newestInGradle(each.group(), each.artifact())
                    : null;
            complete.add(
                    newest == null
                            ? each
                            : dependency(each.group(), each.artifact(), newest, each.classifier(), each.scope()));
        }
        return new PomModel(List.of(pom(complete)), models);
    }

    private Pom pom(List<Dependency> all) {
        return new Pom("", "", "", null, Map.of(), all, lists);
    }
}
