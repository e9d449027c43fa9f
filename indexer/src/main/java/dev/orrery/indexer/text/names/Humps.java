package dev.orrery.indexer.text.names;

/** The parts of a name as camel case, digits and separators show them: {@code getHTTPServer_name} is get, HTTP, Server, name. */
final class Humps {
    private Humps() {}

    /** Whether a part begins at {@code at}. */
    static boolean startsAt(String name, int at) {
        char here = name.charAt(at);
        if (!Character.isLetterOrDigit(here)) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        char before = name.charAt(at - 1);
        if (!Character.isLetterOrDigit(before)) {
            return true;
        }
        if (Character.isUpperCase(here)) {
            return !Character.isUpperCase(before)
                    || at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        }
        return Character.isDigit(here) != Character.isDigit(before);
    }

    /** Whether every letter of {@code typed} begins a part of the name, in their order and from the first part on. */
    static boolean areInitials(String typed, String name) {
        int at = 0;
        for (int i = 0; i < typed.length(); i++) {
            while (at < name.length() && !(startsAt(name, at) && same(typed.charAt(i), name.charAt(at)))) {
                at++;
            }
            if (at == name.length() || i == 0 && at > 0) {
                return false;
            }
            at++;
        }
        return !typed.isEmpty();
    }

    /**
     * Whether {@code typed} is made of beginnings of the name's parts, in their order and from the first part on, as in
     * {@code NPE} or {@code nuPoEx} for {@code NullPointerException}. A capital letter must begin a part.
     */
    static boolean match(String typed, String name) {
        return !typed.isEmpty()
                && same(typed.charAt(0), name.charAt(0))
                && isSpelt(typed, name)
                && match(typed, 1, name, 1, new boolean[typed.length() + 1][name.length() + 1]);
    }

    /** Whether the letters stand in the name in their order, wherever: most names are ruled out by that. */
    private static boolean isSpelt(String typed, String name) {
        int at = 0;
        for (int i = 0; i < typed.length(); i++) {
            while (at < name.length() && !same(typed.charAt(i), name.charAt(at))) {
                at++;
            }
            if (at++ >= name.length()) {
                return false;
            }
        }
        return true;
    }

    private static boolean match(String typed, int typedAt, String name, int nameAt, boolean[][] failed) {
        if (typedAt == typed.length()) {
            return true;
        }
        if (failed[typedAt][nameAt]) {
            return false;
        }
        char wanted = typed.charAt(typedAt);
        boolean capital = Character.isUpperCase(wanted);
        if (nameAt < name.length()
                && same(wanted, name.charAt(nameAt))
                && (!capital || Character.isUpperCase(name.charAt(nameAt)))
                && match(typed, typedAt + 1, name, nameAt + 1, failed)) {
            return true;
        }
        for (int at = nameAt; at < name.length(); at++) {
            if ((startsAt(name, at) || !Character.isLetterOrDigit(wanted))
                    && same(wanted, name.charAt(at))
                    && match(typed, typedAt + 1, name, at + 1, failed)) {
                return true;
            }
        }
        failed[typedAt][nameAt] = true;
        return false;
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
