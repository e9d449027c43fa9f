package dev.orrery.models.safety;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds keys, tokens and passwords in a text, in time linear in it. The finders look for one kind each; where two find
 * overlapping ranges, what they cover together is one secret of the more telling kind.
 */
final class Secrets {
    private Secrets() {}

    /**
     * The secrets in order of their starts; none overlap.
     *
     * @param path the file that the text is from, which says how its values are written; empty for none
     */
    static List<Secret> find(String text, String path) {
        List<Secret> found = new ArrayList<>(KeyBlocks.find(text));
        found.addAll(KnownTokens.find(text));
        found.addAll(UrlPasswords.find(text));
        found.addAll(Assignments.find(text, path));
        found.addAll(RandomStrings.find(text));
        found.sort(Comparator.comparingInt(Secret::start).thenComparing(Secret::type));
        List<Secret> apart = new ArrayList<>(found.size());
        for (Secret next : found) {
            Secret last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || next.start() >= last.end()) {
                apart.add(next);
            } else {
                SecretType type = next.type() == SecretType.PRIVATE_KEY || last.type() == SecretType.PRIVATE_KEY
                        ? SecretType.PRIVATE_KEY
                        : last.type().compareTo(next.type()) <= 0 ? last.type() : next.type();
                apart.set(apart.size() - 1, new Secret(type, last.start(), Math.max(last.end(), next.end())));
            }
        }
        return apart;
    }
}
