package dev.orrery.indexer.library;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of two versions is higher: numbers by value, words before numbers, releases after what leads up to them. */
final class Versions {
    static final Comparator<String> ORDER = Versions::compare;

    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");
    private static final Pattern EARLY =
            Pattern.compile("(alpha|beta|b|a|m|milestone|rc|cr|snapshot|pre|preview|ea|dev)");

    private Versions() {}

    private static int compare(String a, String b) {
        Matcher left = PART.matcher(a);
        Matcher right = PART.matcher(b);
        while (true) {
            boolean more = left.find();
            if (more != right.find()) {
                Matcher longer = more ? left : right;
                boolean early =
                        EARLY.matcher(longer.group().toLowerCase(Locale.ROOT)).matches();
                return more == early ? -1 : 1;
            }
            if (!more) {
                return a.compareTo(b);
            }
            int order = comparePart(left.group(), right.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int comparePart(String a, String b) {
        boolean number = Character.isDigit(a.charAt(0));
        if (number != Character.isDigit(b.charAt(0))) {
            return number ? 1 : -1;
        }
        return number ? new BigInteger(a).compareTo(new BigInteger(b)) : a.compareToIgnoreCase(b);
    }
}
