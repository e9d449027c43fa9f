package dev.orrery.indexer.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words that a name is made of: humps and parts between underscores, in lower case, those of three letters or more. */
final class Words {
    private static final int SHORTEST = 3;

    private Words() {}

    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= name.length(); at++) {
            boolean ends = at == name.length()
                    || name.charAt(at) == '_'
                    || Character.isUpperCase(name.charAt(at)) && !Character.isUpperCase(name.charAt(at - 1));
            if (ends) {
                if (at - start >= SHORTEST) {
                    words.add(name.substring(start, at).toLowerCase(Locale.ROOT));
                }
                start = at < name.length() && name.charAt(at) == '_' ? at + 1 : at;
            }
        }
        return words;
    }
}
