package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One bar for what models and everything else hold, with what the selected model would add, against a ceiling. */
final class MemoryCard extends VBox {
    private static final long GIGA = 1_000_000_000L;
    private static final double HEIGHT = 12;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final Label machine = Nodes.label("", "muted");
    private final MenuButton ceiling = new MenuButton();
    private final Track track = new Track();
    private final HBox legend = new HBox(16);

    MemoryCard(ModelWords words, ModelsViewModel screen) {
        this.words = words;
        this.screen = screen;
        getStyleClass().addAll("card", "memory-card");
        HBox head =
                new HBox(8, Nodes.label(words.text("app.models.memory"), "strong"), machine, Nodes.spring(), ceiling);
        head.setAlignment(Pos.CENTER_LEFT);
        ceiling.getStyleClass().addAll("flat", "compact-menu");
        legend.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, track, legend);
        screen.memoryProperty().subscribe(this::show);
    }

    private void show(@Nullable MemoryShares now) {
        if (now == null) {
            return;
        }
        machine.setText(words.text("app.models.memory.machine", words.size(now.machine()), words.size(now.free())));
        ceiling.setText(words.text("app.models.memory.ceiling", words.size(now.ceiling())));
        ceiling.getItems().setAll(ceilings(now));
        boolean isOver = now.models() + now.rest() + now.added() > now.ceiling();
        track.show(now);
        String models = now.predicted() > 0
                ? words.text(
                        "app.models.memory.models.predicted", words.size(now.models()), words.size(now.predicted()))
                : words.text("app.models.memory.models", words.size(now.models()));
        legend.getChildren()
                .setAll(
                        key("memory-models", models),
                        key("memory-rest", words.text("app.models.memory.rest", words.size(now.rest()))));
        if (now.added() > 0) {
            Node added = key(
                    "memory-added",
                    words.text(
                            isOver ? "app.models.memory.added.over" : "app.models.memory.added",
                            now.addedName(),
                            words.size(now.added())));
            legend.getChildren().add(added);
        }
        track.setAccessibleText(models);
        track.setId("memory-track");
    }

    private List<MenuItem> ceilings(MemoryShares now) {
        return java.util.stream.LongStream.of(0, 2 * GIGA, 4 * GIGA, 8 * GIGA, 16 * GIGA, 32 * GIGA, 64 * GIGA)
                .filter(bytes -> bytes <= now.machine())
                .mapToObj(bytes -> {
                    MenuItem item = new MenuItem(
                            bytes == 0
                                    ? words.text("app.models.memory.ceiling.half", words.size(now.machine() / 2))
                                    : words.size(bytes));
                    item.setOnAction(event -> screen.choose(choices -> choices.withCeiling(bytes)));
                    return item;
                })
                .toList();
    }

    private static Node key(String style, String text) {
        Region dot = Nodes.styled(new Region(), "memory-dot", style);
        HBox key = new HBox(6, dot, Nodes.label(text, "small"));
        key.setAlignment(Pos.CENTER_LEFT);
        return key;
    }

    /** The bar itself: parts side by side, whose widths are shares of the ceiling. */
    private static final class Track extends StackPane {
        private final Region models = Nodes.styled(new Region(), "memory-models");
        private final Region rest = Nodes.styled(new Region(), "memory-rest");
        private final Region added = Nodes.styled(new Region(), "memory-added");
        private @Nullable MemoryShares shown;

        Track() {
            getStyleClass().add("memory-track");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
            getChildren().addAll(models, rest, added);
        }

        void show(MemoryShares now) {
            shown = now;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            MemoryShares now = shown;
            if (now == null) {
                return;
            }
            double unit = getWidth() / Math.max(1, Math.max(now.ceiling(), now.models() + now.rest() + now.added()));
            double x = 0;
            x = place(models, x, now.models() * unit);
            x = place(rest, x, now.rest() * unit);
            place(added, x, now.added() * unit);
        }

        private double place(Region part, double x, double width) {
            part.resizeRelocate(Math.round(x), 0, Math.round(x + width) - Math.round(x), getHeight());
            return x + width;
        }
    }
}
