package dev.orrery.models.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcludedPathsTest {
    private final ExcludedPaths paths = ExcludedPaths.of(List.of(
            "# comment",
            "",
            ".env*",
            "/build/",
            "docs/**/private",
            "*.pem",
            "!public.pem",
            "gr\u00fcn?.txt",
            "[broken"));

    @ParameterizedTest
    @CsvSource({
        ".env, true",
        "a/b/.env.local, true",
        "a/.ENV, true",
        "env, false",
        "build/a/b.txt, true",
        "a/build/b.txt, false",
        "build, false",
        "./build/x, true",
        "a/../build/x, true",
        "docs/private/x.md, true",
        "docs/a/b/private, true",
        "docs/privates, false",
        "a/key.pem, true",
        "a\\key.pem, true",
        "a/public.pem, false",
        "gr\u00fcn1.txt, true",
        "../outside.txt, true",
        "src/A.java, false"
    })
    void patternsMeanWhatTheyMeanInIgnoreFiles(String path, boolean excluded) {
        assertEquals(excluded, paths.excludes(path));
    }
}
