package dev.orrery.indexer.link.unit;

import java.util.Set;
import java.util.regex.Pattern;

/** Recognises files of tests by their paths, as build tools and test runners do. */
final class TestPaths {
    private static final Set<String> FOLDERS = Set.of("test", "tests", "__tests__", "testing", "src-test", "spec");
    private static final Pattern NAME = Pattern.compile(
            "test_.*\\.py|.*_test\\.(py|go|cc|cpp|c|rs)|conftest\\.py|.*\\.(test|spec)\\.[cm]?[jt]sx?|.*Tests?\\.(java|kt|cs)");

    private TestPaths() {}

    static boolean isTest(String path) {
        int end = path.lastIndexOf('/');
        int start = 0;
        while (start <= end) {
            int slash = path.indexOf('/', start);
            if (FOLDERS.contains(path.substring(start, slash))) {
                return true;
            }
            start = slash + 1;
        }
        return NAME.matcher(path.substring(end + 1)).matches();
    }
}
