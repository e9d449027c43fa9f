package dev.orrery.app.edit;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What is looked for in one text.
 *
 * @param text the words, or with {@link Option#REGEX} a regular expression as {@link Pattern} reads it
 * @param options how it is meant
 */
public record FindQuery(String text, Set<Option> options) {
    private static final int LONGEST = 10_000;

    public FindQuery {
        options = options.isEmpty() ? Set.of() : Set.copyOf(options);
    }

    /** How a query is meant. */
    public enum Option {
        /** Capital letters count. */
        CASE,
        /** Only whole words. */
        WORD,
        REGEX
    }

    public static FindQuery of(String text, Option... options) {
        Set<Option> set = EnumSet.noneOf(Option.class);
        set.addAll(Set.of(options));
        return new FindQuery(text, set);
    }

    /** @throws OrreryException where it is no regular expression, or too long to be one */
    Pattern pattern() throws OrreryException {
        if (text.length() > LONGEST) {
            throw new OrreryException(UserMessage.of("app.find.tooLong"));
        }
        boolean regex = options.contains(Option.REGEX);
        String body = regex ? text : Pattern.quote(text);
        if (options.contains(Option.WORD)) {
            body = "(?<!\\w)(?:" + body + ")(?!\\w)";
        }
        int flags = Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS;
        if (!options.contains(Option.CASE)) {
            flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        }
        try {
            return Pattern.compile(body, flags);
        } catch (PatternSyntaxException wrong) {
            throw new OrreryException(
                    UserMessage.of("app.find.notRegex", wrong.getDescription(), Math.max(0, wrong.getIndex()) + 1),
                    wrong);
        } catch (StackOverflowError nested) {
            throw new OrreryException(UserMessage.of("app.find.tooLong"), nested);
        }
    }
}
