package dev.orrery.models.policy;

import dev.orrery.api.ModelTask;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of one workspace.
 *
 * @param privacy whether anything may leave the machine
 * @param excluded patterns of files that never do, see {@link dev.orrery.models.safety.ExcludedPaths}
 * @param scopes what needs no question
 * @param assignments the models for a task, the first that is able and allowed answers; a model elsewhere answers only where it is
 *     assigned or asked for by name
 */
public record WorkspacePolicy(
        Privacy privacy, List<String> excluded, List<Scope> scopes, Map<ModelTask, List<String>> assignments) {
    /** Everything stays here, every model of this machine may be used. */
    public static final WorkspacePolicy STRICT =
            new WorkspacePolicy(Privacy.LOCAL_ONLY, List.of(), List.of(), Map.of());

    public WorkspacePolicy {
        excluded = List.copyOf(excluded);
        scopes = List.copyOf(scopes);
        assignments = Map.copyOf(assignments);
    }

    public List<String> assigned(ModelTask task) {
        return assignments.getOrDefault(task, List.of());
    }

    public WorkspacePolicy withPrivacy(Privacy chosen) {
        return new WorkspacePolicy(chosen, excluded, scopes, assignments);
    }

    public WorkspacePolicy withExcluded(List<String> patterns) {
        return new WorkspacePolicy(privacy, patterns, scopes, assignments);
    }

    public WorkspacePolicy withScopes(List<Scope> granted) {
        return new WorkspacePolicy(privacy, excluded, granted, assignments);
    }

    /** The same with one more scope, once. */
    public WorkspacePolicy granting(Scope scope) {
        List<Scope> more = new ArrayList<>(scopes);
        if (!more.contains(scope)) {
            more.add(scope);
        }
        return withScopes(more);
    }

    public WorkspacePolicy assigning(ModelTask task, List<String> models) {
        Map<ModelTask, List<String>> changed = new EnumMap<>(ModelTask.class);
        changed.putAll(assignments);
        changed.put(task, List.copyOf(models));
        return new WorkspacePolicy(privacy, excluded, scopes, changed);
    }
}
