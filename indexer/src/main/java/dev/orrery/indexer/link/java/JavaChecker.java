package dev.orrery.indexer.link.java;

import dev.orrery.api.Cancellation;
import dev.orrery.indexer.parse.java.JavaSyntax;
import java.util.List;

/** Checks Java that is being written against the types of an index. Safe from any thread. */
public final class JavaChecker {
    private final LiveTypes types;

    public JavaChecker(LiveTypes types) {
        this.types = types;
    }

    /**
     * What a compiler would reject between two bytes of a file, and in what the declarations there mean to the rest of it. Where
     * a type is not known nothing is claimed.
     *
     * @param path of the file, relative to the repository's root; the index need not know it
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    public JavaFindings check(String path, JavaSyntax syntax, int start, int end, Cancellation cancellation) {
        return types.ask(path, syntax.live(), unit -> {
            JavaCheck check = new JavaCheck(unit.body, syntax);
            check.stretch(start, end, cancellation);
            return new JavaFindings(List.copyOf(check.findings()), List.copyOf(check.imports()));
        });
    }
}
