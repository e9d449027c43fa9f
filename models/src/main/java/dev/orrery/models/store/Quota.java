package dev.orrery.models.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to take away when models take more room than the user allows. Suggests; deletes nothing. */
public final class Quota {
    private Quota() {}

    /**
     * The models to remove so that {@code needed} more bytes stay within {@code limit}: the one that was not used for longest first,
     * and only as long as removing frees anything, because contents may be shared. A pure function.
     */
    public static List<InstalledModel> suggest(List<InstalledModel> models, long limit, long needed) {
        Map<String, Integer> holders = new HashMap<>();
        long total = needed;
        for (InstalledModel model : models) {
            for (StoredFile file : owned(model)) {
                total += holders.merge(file.sha256(), 1, Integer::sum) == 1 ? file.size() : 0;
            }
        }
        List<InstalledModel> suggested = new ArrayList<>();
        for (InstalledModel model : models.stream()
                .sorted(Comparator.comparing(InstalledModel::used).thenComparing(InstalledModel::id))
                .toList()) {
            if (total <= limit) {
                break;
            }
            long freed = 0;
            for (StoredFile file : owned(model)) {
                freed += holders.merge(file.sha256(), -1, Integer::sum) == 0 ? file.size() : 0;
            }
            if (!owned(model).isEmpty()) {
                total -= freed;
                suggested.add(model);
            }
        }
        return List.copyOf(suggested);
    }

    private static List<StoredFile> owned(InstalledModel model) {
        return model.draft().origin().kind() == Origin.Kind.REFERENCED ? List.of() : model.files();
    }
}
