package dev.orrery.models.safety;

import dev.orrery.api.PromptPart;
import dev.orrery.api.UserMessage;
import dev.orrery.models.safety.Finding.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces the secrets of one request by placeholders such as {@code <redacted:github-token:1>}. The same secret has the same
 * placeholder all through the request, so the model still sees that two places hold the same value. Not thread-safe.
 */
final class Redaction {
    private final Map<String, String> placeholders = new HashMap<>();
    private final Map<SecretType, Integer> numbers = new HashMap<>();

    PromptPart of(PromptPart part, List<Finding> findings) {
        List<Secret> secrets = Secrets.find(part.text(), part.path());
        if (secrets.isEmpty()) {
            return part;
        }
        StringBuilder clean = new StringBuilder(part.text().length());
        int from = 0;
        for (Secret secret : secrets) {
            clean.append(part.text(), from, secret.start()).append(placeholder(part.text(), secret));
            findings.add(finding(secret, part, 0));
            from = secret.end();
        }
        return with(part, clean.append(part.text(), from, part.text().length()).toString());
    }

    /** Both sides of a caret, read as one text; the placeholder of a secret that the caret splits goes before it. */
    List<PromptPart> aroundCaret(PromptPart prefix, PromptPart suffix, List<Finding> findings) {
        int caret = prefix.text().length();
        String whole = prefix.text() + suffix.text();
        StringBuilder before = new StringBuilder(caret);
        StringBuilder behind = new StringBuilder(suffix.text().length());
        int from = 0;
        for (Secret secret : Secrets.find(whole, prefix.path())) {
            copy(whole, from, secret.start(), caret, before, behind);
            boolean starts = secret.start() < caret;
            (starts ? before : behind).append(placeholder(whole, secret));
            findings.add(finding(secret, starts ? prefix : suffix, starts ? 0 : caret));
            from = secret.end();
        }
        copy(whole, from, whole.length(), caret, before, behind);
        return List.of(with(prefix, before.toString()), with(suffix, behind.toString()));
    }

    private static void copy(String whole, int from, int to, int caret, StringBuilder before, StringBuilder behind) {
        before.append(whole, Math.min(from, caret), Math.min(to, caret));
        behind.append(whole, Math.max(from, caret), Math.max(to, caret));
    }

    private String placeholder(String text, Secret secret) {
        return placeholders.computeIfAbsent(
                text.substring(secret.start(), secret.end()),
                value -> "<redacted:" + secret.type().label() + ":" + numbers.merge(secret.type(), 1, Integer::sum)
                        + ">");
    }

    private static Finding finding(Secret secret, PromptPart part, int offset) {
        return new Finding(
                Kind.SECRET,
                part.path(),
                secret.start() - offset,
                Math.min(secret.end() - offset, part.text().length()),
                UserMessage.of("models.safety.secret." + secret.type().label()));
    }

    private static PromptPart with(PromptPart part, String text) {
        return new PromptPart(part.role(), text, part.path());
    }
}
