package dev.orrery.models.safety;

import dev.orrery.api.PromptPart;
import dev.orrery.api.PromptPart.Role;
import dev.orrery.api.UserMessage;
import dev.orrery.models.safety.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Screening of requests that leave the machine: excluded paths, then secrets, then sentences that speak to the model. */
public final class CloudScreening implements Screening {
    private final Function<String, ExcludedPaths> excluded;
    private final InjectionScanner injections;

    /** @param excluded what the user excluded in a workspace */
    public CloudScreening(Function<String, ExcludedPaths> excluded) {
        this.excluded = excluded;
        this.injections = InjectionScanner.load();
    }

    @Override
    public Screened screen(List<PromptPart> parts, String workspace) {
        List<Finding> findings = new ArrayList<>();
        List<PromptPart> allowed = withoutExcluded(parts, excluded.apply(workspace), findings);
        return new Screened(withoutSecrets(withoutInjections(allowed, findings), findings), findings);
    }

    private static List<PromptPart> withoutExcluded(
            List<PromptPart> parts, ExcludedPaths excluded, List<Finding> findings) {
        List<PromptPart> allowed = new ArrayList<>();
        for (PromptPart part : parts) {
            if (part.path().isEmpty() || !excluded.excludes(part.path())) {
                allowed.add(part);
                continue;
            }
            boolean helps = part.role() == Role.CONTEXT;
            findings.add(new Finding(
                    helps ? Kind.EXCLUDED : Kind.FORBIDDEN,
                    part.path(),
                    0,
                    part.text().length(),
                    UserMessage.of(helps ? "models.safety.excluded" : "models.safety.forbidden", part.path())));
        }
        return allowed;
    }

    /** Text of a path is tainted; a tainted part that speaks to the model and was only to help stays here. */
    private List<PromptPart> withoutInjections(List<PromptPart> parts, List<Finding> findings) {
        List<PromptPart> kept = new ArrayList<>();
        for (PromptPart part : parts) {
            List<InjectionScanner.Hit> hits = part.path().isEmpty() ? List.of() : injections.scan(part.text());
            for (InjectionScanner.Hit hit : hits) {
                findings.add(new Finding(
                        Kind.INJECTION,
                        part.path(),
                        hit.start(),
                        hit.end(),
                        UserMessage.of("models.safety.injection." + hit.sign().key(), part.path())));
            }
            if (hits.isEmpty() || part.role() != Role.CONTEXT) {
                kept.add(part);
            }
        }
        return kept;
    }

    private static List<PromptPart> withoutSecrets(List<PromptPart> parts, List<Finding> findings) {
        Redaction redaction = new Redaction();
        List<PromptPart> clean = new ArrayList<>();
        for (int at = 0; at < parts.size(); at++) {
            PromptPart part = parts.get(at);
            if (at + 1 < parts.size() && oneText(part, parts.get(at + 1))) {
                clean.addAll(redaction.aroundCaret(part, parts.get(++at), findings));
            } else {
                clean.add(redaction.of(part, findings));
            }
        }
        return clean;
    }

    /** A caret may stand in the middle of a secret, so both sides are read as one text. */
    private static boolean oneText(PromptPart prefix, PromptPart suffix) {
        return prefix.role() == Role.PREFIX
                && suffix.role() == Role.SUFFIX
                && prefix.path().equals(suffix.path());
    }
}
