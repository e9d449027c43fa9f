package dev.orrery.indexer.link.java;

import java.util.List;

/**
 * What was found in a stretch of a Java file.
 *
 * @param imports qualified names of types that it uses and that must be imported
 */
public record JavaFindings(List<Finding> findings, List<String> imports) {
    public JavaFindings {
        findings = List.copyOf(findings);
        imports = List.copyOf(imports);
    }
}
