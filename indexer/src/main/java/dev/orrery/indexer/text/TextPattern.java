package dev.orrery.indexer.text;

import dev.orrery.api.OrreryException;
import dev.orrery.api.TextQuery;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.text.regex.BlockMatcher;
import dev.orrery.indexer.text.regex.Regex;
import dev.orrery.indexer.text.regex.Regex.CaseRule;
import dev.orrery.indexer.text.regex.Requirement;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.function.Function;

/**
 * A query's pattern, ready to run.
 *
 * @param requirement what every match's line holds
 * @param plain the longest plain text that every match's line holds, empty where there is none
 * @param matchers makes a matcher for one thread
 */
record TextPattern(Requirement requirement, String plain, Function<WorkLimit, BlockMatcher> matchers) {
    static TextPattern of(TextQuery query) throws OrreryException {
        CaseRule rule =
                switch (query.caseRule()) {
                    case SENSITIVE -> CaseRule.SENSITIVE;
                    case INSENSITIVE -> CaseRule.INSENSITIVE;
                    case SMART -> hasUpperCase(query) ? CaseRule.SENSITIVE : CaseRule.INSENSITIVE;
                };
        String text = query.pattern();
        Regex regex =
                switch (query.syntax()) {
                    case REGEX -> Regex.compile(text, rule);
                    case LITERAL -> {
                        if (text.indexOf('\n') >= 0) {
                            throw new OrreryException(
                                    UserMessage.of("indexer.regex.newline", text.indexOf('\n') + 1, text));
                        }
                        if (rule == CaseRule.SENSITIVE && !text.isEmpty()) {
                            yield null;
                        }
                        yield Regex.literal(text, rule);
                    }
                };
        if (regex == null) {
            LiteralMatcher matcher = new LiteralMatcher(text);
            return new TextPattern(Requirement.literal(text), text, limit -> matcher);
        }
        String plain = query.syntax() == TextQuery.Syntax.LITERAL ? text : longest(regex.requirement());
        return new TextPattern(regex.requirement(), plain, regex::matcher);
    }

    private static String longest(Requirement requirement) {
        return switch (requirement) {
            case Requirement.Text text ->
                new String(text.text().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            case Requirement.All all ->
                all.parts().stream()
                        .map(TextPattern::longest)
                        .max(Comparator.comparingInt(String::length))
                        .orElse("");
            case Requirement.Any any -> "";
            case Requirement.InWord word -> "";
            case Requirement.Anything anything -> "";
        };
    }

    /** Whether a letter of the text that is looked for is in upper case; letters of escapes are none. */
    private static boolean hasUpperCase(TextQuery query) {
        String plain = query.syntax() == TextQuery.Syntax.REGEX
                ? query.pattern().replaceAll("\\\\([pP]\\{[^}]*\\}|[pP].|.)", "")
                : query.pattern();
        return plain.codePoints().anyMatch(Character::isUpperCase);
    }
}
