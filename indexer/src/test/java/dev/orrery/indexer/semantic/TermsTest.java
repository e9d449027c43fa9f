package dev.orrery.indexer.semantic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catches identifiers that are split where people do not split them. */
class TermsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "parseHttpURLs2, pars http url 2",
        "HTTPServer, http server",
        "snake_case_name, snake case name",
        "MAX_VALUE, max valu",
        "$x, x",
        "getÄnderungen, get änderungen",
        "indexes, index",
        "___, ''"
    })
    void subtokensAreSplitAndStemmed(String identifier, String expected) {
        Terms terms = new Terms();
        String stems = Arrays.stream(terms.of(identifier)).mapToObj(terms::stem).collect(Collectors.joining(" "));
        assertEquals(expected, stems);
    }
}
