package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/** How much models take on the disk, and how much they may; past that it names the ones that were not used for longest. */
final class DiskMenu extends MenuButton {
    private static final long GIGA = 1_000_000_000L;

    private final ModelWords words;
    private final ModelsViewModel screen;

    DiskMenu(ModelWords words, ModelsViewModel screen) {
        this.words = words;
        this.screen = screen;
        Nodes.styled(this, "flat", "compact-menu");
        setId("models-disk");
        LongStream.of(0, 5, 10, 20, 50, 100, 200, 500).forEach(gigabytes -> {
            MenuItem item = new MenuItem(
                    gigabytes == 0 ? words.text("app.models.quota.none") : words.text("app.models.quota", gigabytes));
            item.setOnAction(event -> screen.choose(choices -> choices.withQuota(gigabytes * GIGA)));
            getItems().add(item);
        });
    }

    void show(long bytes) {
        long limit = screen.models().quotaBytes();
        setText(
                limit == 0
                        ? words.text("app.models.disk", words.size(bytes))
                        : words.text("app.models.disk.of", words.size(bytes), words.size(limit)));
        String inTheWay = screen.inTheWay(0).stream()
                .map(model -> words.text("app.models.quota.model", model.name(), words.size(model.bytes())))
                .collect(Collectors.joining(", "));
        getStyleClass().remove("danger");
        if (!inTheWay.isEmpty()) {
            getStyleClass().add("danger");
        }
        setTooltip(new Tooltip(
                inTheWay.isEmpty()
                        ? words.text("app.models.quota.about")
                        : words.text("app.models.quota.suggest", inTheWay)));
    }
}
