package dev.orrery.models.policy;

import dev.orrery.api.ModelTask;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What the user granted once and for all in a workspace.
 *
 * @param task what may be asked without a question
 * @param model of whom, by its id
 * @param folder with files of this folder only, relative to the repository's root; empty for everything
 */
public record Scope(ModelTask task, String model, String folder) {

    /**
     * Whether a request is inside.
     *
     * @param paths all files in it, relative to the repository's root; a request without a file is inside no folder
     */
    public boolean covers(ModelTask itsTask, String itsModel, Collection<String> paths) {
        return task == itsTask && model.equals(itsModel) && (folder.isEmpty() || holdsAll(paths));
    }

    private boolean holdsAll(Collection<String> paths) {
        List<String> inside = names(folder);
        return !paths.isEmpty() && paths.stream().map(Scope::names).allMatch(names -> startsWith(names, inside));
    }

    private static boolean startsWith(List<String> names, List<String> start) {
        return names.size() >= start.size() && names.subList(0, start.size()).equals(start);
    }

    /** A path's names from the root, without detours; one that leads out of the root has only its own. */
    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        for (String name : path.replace('\\', '/').split("/")) {
            if (!name.equals("..")) {
                if (!name.isEmpty() && !name.equals(".")) {
                    names.add(name);
                }
            } else if (names.isEmpty()) {
                return List.of(path);
            } else {
                names.removeLast();
            }
        }
        return names;
    }
}
