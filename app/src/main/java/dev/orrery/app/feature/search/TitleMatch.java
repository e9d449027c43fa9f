package dev.orrery.app.feature.search;

import java.util.Locale;

/** Scores how well a typed query names a command: 0 is not at all, greater is better. */
final class TitleMatch {
    private TitleMatch() {}

    static int score(String query, String name) {
        String wanted = query.toLowerCase(Locale.ROOT).strip();
        String given = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return 0;
        }
        int bonus = Math.max(0, 40 - name.length());
        if (given.equals(wanted) || given.startsWith(wanted + ".")) {
            return 1000 + bonus;
        }
        if (given.startsWith(wanted)) {
            return 800 + bonus;
        }
        int at = given.indexOf(wanted);
        if (at > 0) {
            return (startsWord(name, at) ? 600 : 400) + bonus;
        }
        return humps(wanted, name) ? 200 + bonus : 0;
    }

    private static boolean startsWord(String name, int at) {
        return Character.isUpperCase(name.charAt(at)) || !Character.isLetterOrDigit(name.charAt(at - 1));
    }

    /** Every letter of the query stands in order, each at the start of a word or right after the one before. */
    private static boolean humps(String wanted, String name) {
        int next = 0;
        int last = -2;
        for (int i = 0; i < name.length() && next < wanted.length(); i++) {
            boolean same = Character.toLowerCase(name.charAt(i)) == wanted.charAt(next);
            if (same && (i == 0 || startsWord(name, i) || i == last + 1)) {
                next++;
                last = i;
            }
        }
        return next == wanted.length();
    }
}
