package dev.orrery.app.cli;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.app.cli.SearchAnswer.Hit;
import dev.orrery.indexer.CodeIndex;
import java.util.List;

/** Literals and patterns in the text of files. */
final class TextSearch {
    private TextSearch() {}

    /** Whether the answer has all there is. */
    static boolean run(CodeIndex index, String pattern, SearchCommand.Mode mode, int limit, SearchAnswer answer) {
        TextQuery.Syntax syntax = mode == SearchCommand.Mode.REGEX ? TextQuery.Syntax.REGEX : TextQuery.Syntax.LITERAL;
        TextQuery query = new TextQuery(pattern, syntax, TextQuery.CaseRule.SENSITIVE, limit, List.of());
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
