package dev.orrery.app.edit;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Finds in one text, and says what replacing what was found would do. Any thread; blocks. */
public final class Finder {
    /** More matches are not listed. */
    public static final int MOST = 20_000;

    private static final long MOST_LOOKS = 400_000_000;
    private static final int CHECK = 1 << 14;

    private Finder() {}

    /**
     * What was found.
     *
     * @param matches ascending
     * @param isComplete whether these are all
     */
    public record Found(List<Selection> matches, boolean isComplete) {
        /** Nothing was looked for. */
        public static final Found NOTHING = new Found(List.of(), true);

        public Found {
            matches = List.copyOf(matches);
        }
    }

    /**
     * All matches up to {@link #MOST}; empty matches are left out.
     *
     * @throws OrreryException where the query is wrong or takes too long
     * @throws java.util.concurrent.CancellationException where {@code cancellation} was requested
     */
    public static Found find(String text, FindQuery query, Cancellation cancellation) throws OrreryException {
        if (query.text().isEmpty()) {
            return Found.NOTHING;
        }
        Matcher matcher = query.pattern().matcher(new Watched(text, cancellation));
        List<Selection> matches = new ArrayList<>();
        try {
            while (matcher.find()) {
                if (matches.size() == MOST) {
                    return new Found(matches, false);
                }
                if (matcher.end() > matcher.start()) {
                    matches.add(new Selection(matcher.start(), matcher.end()));
                }
            }
            return new Found(matches, true);
        } catch (TooLongException | StackOverflowError tooMuch) {
            throw new OrreryException(UserMessage.of("app.find.tooMuch"), tooMuch);
        }
    }

    /**
     * The edits that replace these matches. With a regular expression {@code $1} and {@code ${name}} stand for groups and a backslash takes
     * the next character as it is.
     *
     * @throws OrreryException where the replacement names a group that the query has not
     */
    public static List<TextEdit> replacements(
            String text, FindQuery query, List<Selection> matches, String replacement, Cancellation cancellation)
            throws OrreryException {
        if (!query.options().contains(FindQuery.Option.REGEX)) {
            return matches.stream()
                    .map(match -> new TextEdit(match.start(), match.end(), replacement))
                    .toList();
        }
        Set<Selection> wanted = new HashSet<>(matches);
        List<TextEdit> edits = new ArrayList<>();
        Matcher matcher = query.pattern().matcher(new Watched(text, cancellation));
        StringBuilder made = new StringBuilder();
        int last = 0;
        try {
            while (edits.size() < wanted.size() && matcher.find()) {
                made.setLength(0);
                matcher.appendReplacement(made, replacement);
                if (wanted.contains(new Selection(matcher.start(), matcher.end()))) {
                    edits.add(new TextEdit(matcher.start(), matcher.end(), made.substring(matcher.start() - last)));
                }
                last = matcher.end();
            }
            return edits;
        } catch (TooLongException | StackOverflowError tooMuch) {
            throw new OrreryException(UserMessage.of("app.find.tooMuch"), tooMuch);
        } catch (IndexOutOfBoundsException | IllegalArgumentException noGroup) {
            throw new OrreryException(UserMessage.of("app.find.noGroup", replacement), noGroup);
        }
    }

    /** A text that ends a search which takes too long. */
    private static final class Watched implements CharSequence {
        private final String text;
        private final Cancellation cancellation;
        private long looks;

        Watched(String text, Cancellation cancellation) {
            this.text = text;
            this.cancellation = cancellation;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks % CHECK == 0) {
                cancellation.throwIfRequested();
                if (looks > MOST_LOOKS) {
                    throw new TooLongException();
                }
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
