package dev.orrery.app.feature.models;

import dev.orrery.models.catalog.Fit;
import dev.orrery.models.pool.LocalPool;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with a model, the most likely first. */
final class ModelActions {
    private final ModelsViewModel screen;
    private final Consumer<ModelRow> get;

    /** @param get shows what fetching would mean */
    ModelActions(ModelsViewModel screen, Consumer<ModelRow> get) {
        this.screen = screen;
        this.get = get;
    }

    /**
     * Something that can be done.
     *
     * @param id of the button
     * @param titleKey of the button
     * @param isPrimary whether it is what one would do
     */
    record Action(String id, String titleKey, boolean isPrimary, Runnable run) {}

    List<Action> of(ModelRow row) {
        String id = row.id();
        boolean tooBig =
                row.fit().filter(fit -> fit.verdict() == Fit.Verdict.TOO_BIG).isPresent();
        Action verify = new Action(
                "verify", "app.models.verify", false, () -> screen.jobs().verify(id));
        return switch (row.state()) {
            case ModelRow.State.OnDisk disk ->
                tooBig
                        ? List.of(
                                new Action("load", "app.models.load.anyway", false, () -> screen.jobs()
                                        .load(id, LocalPool.Room.WHATEVER_IT_TAKES)),
                                verify)
                        : List.of(load(id), verify);
            case ModelRow.State.Unable unable -> List.of(load(id), verify);
            case ModelRow.State.Loaded loaded ->
                List.of(new Action("unload", "app.models.unload", false, () -> screen.jobs()
                        .unload(id)));
            case ModelRow.State.Loading loading -> List.of();
            case ModelRow.State.Busy busy ->
                List.of(new Action(
                        "stop",
                        busy.stageKey().startsWith("models.hub")
                                        || busy.stageKey().equals("app.models.fetching")
                                ? "app.models.pause"
                                : "app.models.stop",
                        false,
                        () -> screen.jobs().stop(id)));
            case ModelRow.State.Paused paused ->
                List.of(new Action("resume", "app.models.resume", true, () -> get.accept(row)));
            case ModelRow.State.NotHere nothing ->
                List.of(new Action(
                        "get", tooBig ? "app.models.get.anyway" : "app.models.get", false, () -> get.accept(row)));
            case ModelRow.State.TooNew newer -> List.of();
            case ModelRow.State.Damaged damaged ->
                List.of(new Action(
                        "verify", "app.models.verify", true, () -> screen.jobs().verify(id)));
            case ModelRow.State.BuiltIn builtIn -> List.of();
            case ModelRow.State.Remote remote -> List.of();
        };
    }

    private Action load(String id) {
        return new Action("load", "app.models.load", true, () -> screen.jobs().load(id, LocalPool.Room.WITHIN_LIMITS));
    }
}
