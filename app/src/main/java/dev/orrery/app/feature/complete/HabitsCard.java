package dev.orrery.app.feature.complete;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.models.complete.Habits;
import java.util.Arrays;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What was learned about the proposals that the user takes, and a way to forget it. UI thread only. */
public final class HabitsCard extends VBox {
    private final ViewContext context;
    private final Supplier<@Nullable Habits> habits;
    private final VBox rows = new VBox(4);
    private final Button forget;

    /** @param habits those of the open repository's editors; null where none is open */
    public HabitsCard(ViewContext context, Supplier<@Nullable Habits> habits, Runnable forgetting) {
        this.context = context;
        this.habits = habits;
        getStyleClass().add("card");
        setSpacing(6);
        forget = new Button(context.text("app.complete.habits.forget"));
        forget.setOnAction(event -> {
            forgetting.run();
            refresh();
        });
        getChildren()
                .addAll(
                        new HBox(Nodes.label(context.text("app.complete.habits"), "strong"), Nodes.spring(), forget),
                        rows);
        sceneProperty().subscribe(scene -> refresh());
    }

    /** Shows what is counted now. */
    public void refresh() {
        Habits known = habits.get();
        rows.getChildren().clear();
        if (known != null) {
            known.counts().forEach((engine, counts) -> rows.getChildren().add(row(engine, counts)));
        }
        boolean nothing = rows.getChildren().isEmpty();
        forget.setDisable(nothing);
        if (nothing) {
            rows.getChildren().add(Nodes.label(context.text("app.complete.habits.none"), "muted"));
        }
    }

    private Label row(String engine, Habits.Counts counts) {
        return Nodes.label(context.text(
                "app.complete.habits.row",
                context.text("app.complete.engine." + engine),
                Arrays.stream(counts.shown()).sum(),
                Arrays.stream(counts.taken()).sum()));
    }
}
