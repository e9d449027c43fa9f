package dev.orrery.app.cli.completion;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files test which, by their names: {@code FooTest}, {@code test_foo}, {@code foo.spec} and the like (pure). */
final class TestNames {
    private static final Pattern BEHIND =
            Pattern.compile("(.+?)[._-]?(?:tests?|testcase|it|itcase|specs?|unittest|benchmark|bench)");
    private static final Pattern BEFORE = Pattern.compile("(?:test|tests|spec|it)[_-]?(.+)");

    private TestNames() {}

    /** What a file is called without folder and ending, in small letters. */
    static String name(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int ending = name.lastIndexOf('.');
        return ending <= 0 ? name : name.substring(0, ending);
    }

    /** The {@linkplain #name names} of what a file may test; empty where it tests nothing, by its name. */
    static Set<String> subjects(String path) {
        String whole = name(path);
        Set<String> found = new HashSet<>();
        for (Pattern pattern : new Pattern[] {BEHIND, BEFORE}) {
            Matcher matcher = pattern.matcher(whole);
            if (matcher.matches()) {
                found.add(matcher.group(1));
            }
        }
        return found;
    }
}
