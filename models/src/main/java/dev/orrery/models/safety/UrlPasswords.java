package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.List;

/** Finds the passwords in URLs such as {@code postgres://user:password@host}. The user's name and the host stay. */
final class UrlPasswords {
    private static final int LONGEST = 512;

    private UrlPasswords() {}

    static List<Secret> find(String text) {
        List<Secret> found = new ArrayList<>();
        for (int mark = text.indexOf("://"); mark >= 0; mark = text.indexOf("://", mark + 3)) {
            int from = mark + 3;
            int colon = -1;
            int at = -1;
            for (int here = from; here < Math.min(text.length(), from + LONGEST); here++) {
                char value = text.charAt(here);
                if (value == '@') {
                    at = here;
                } else if (value == ':' && colon < 0) {
                    colon = here;
                } else if (value <= ' ' || "/?#\"'`<>\\,()|".indexOf(value) >= 0) {
                    break;
                }
            }
            if (colon >= from && at > colon + 1 && SecretValue.mayBePassword(text.substring(colon + 1, at))) {
                found.add(new Secret(SecretType.PASSWORD, colon + 1, at));
            }
        }
        return found;
    }
}
