package dev.orrery.models.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The user's rules for requests to models.
 *
 * @param workspaces by the repository's root; {@link WorkspacePolicy#STRICT} for those that are absent
 * @param allowance how much may be spent, over all workspaces
 * @param departures whether the text of what left the machine is kept for the user to read
 */
public record Policy(Map<String, WorkspacePolicy> workspaces, Allowance allowance, Departures departures) {
    /** What holds until the user says otherwise, and where the rules cannot be read. */
    public static final Policy STRICT = new Policy(Map.of(), Allowance.USUAL, Departures.KEPT);

    /** What becomes of the text that left the machine. */
    public enum Departures {
        KEPT,
        /** Only where it went and how much it was. */
        COUNTED
    }

    public Policy {
        workspaces = Map.copyOf(workspaces);
    }

    public WorkspacePolicy of(String workspace) {
        return workspaces.getOrDefault(workspace, WorkspacePolicy.STRICT);
    }

    public Policy with(String workspace, UnaryOperator<WorkspacePolicy> change) {
        Map<String, WorkspacePolicy> changed = new HashMap<>(workspaces);
        changed.put(workspace, change.apply(of(workspace)));
        return new Policy(changed, allowance, departures);
    }

    public Policy with(Allowance other) {
        return new Policy(workspaces, other, departures);
    }

    public Policy with(Departures other) {
        return new Policy(workspaces, allowance, other);
    }
}
