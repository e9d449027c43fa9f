package dev.orrery.models.safety;

import dev.orrery.api.PromptPart;
import java.util.List;

/** What a request goes through before it leaves the machine. Safe from any thread. */
public interface Screening {
    /**
     * Takes out what must not leave.
     *
     * @param parts as asked, in order
     * @param workspace the repository's root whose rules hold; empty for none
     */
    Screened screen(List<PromptPart> parts, String workspace);

    /**
     * What may leave, and what was found on the way.
     *
     * @param parts in order; those that stay here are missing
     * @param findings in the order of the parts, those of one part from its start to its end
     */
    record Screened(List<PromptPart> parts, List<Finding> findings) {
        public Screened {
            parts = List.copyOf(parts);
            findings = List.copyOf(findings);
        }

        /** Whether the request may leave at all; where not, a finding of {@link Finding.Kind#FORBIDDEN} says why. */
        public boolean mayLeave() {
            return findings.stream().noneMatch(finding -> finding.kind() == Finding.Kind.FORBIDDEN);
        }
    }
}
