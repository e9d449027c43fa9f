package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.api.TypedQuery;
import dev.orrery.app.cli.SearchAnswer.Hit;
import dev.orrery.indexer.CodeIndex;

/** Literals and patterns in the text of files. */
final class TextSearch {
    private TextSearch() {}

    /** Whether the answer has all there is. */
    static boolean run(CodeIndex index, TypedQuery typed, TextQuery.Syntax syntax, int limit, SearchAnswer answer) {
        TextQuery query =
                new TextQuery(typed.text(), syntax, typed.caseRule(), limit, typed.paths(), typed.languages());
        try {
            return index.text()
                    .scan(
                            query,
                            hit -> answer.add(new Hit(hit.path(), hit.line(), hit.column(), hit.text())),
                            Cancellation.NEVER);
        } catch (OrreryException wrongPattern) {
            throw new WrongUsage(wrongPattern.userMessage());
        }
    }
}
