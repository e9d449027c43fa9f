package dev.orrery.app.shell;

import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.search.SearchPane;
import dev.orrery.app.feature.search.SearchScope;
import dev.orrery.app.feature.search.SearchViewModel;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The search box over whatever is shown; Escape or a click beside it closes it and gives the keyboard back. */
final class Palette extends StackPane {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    private final ViewContext context;
    private final Supplier<SearchViewModel> models;
    private @Nullable SearchViewModel model;
    private @Nullable Node before;

    Palette(ViewContext context, Supplier<SearchViewModel> models) {
        this.context = context;
        this.models = models;
        getStyleClass().add("palette-veil");
        setVisible(false);
        setOnMousePressed(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SearchPane.leaves(event)) {
                hide();
                event.consume();
            }
        });
    }

    /** Shows the box with nothing in it. */
    void show(SearchScope scope) {
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        SearchViewModel fresh = models.get();
        model = fresh;
        fresh.scopeProperty().set(scope);
        SearchPane pane = new SearchPane(context, fresh, this::hide);
        VBox box = new VBox(pane);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, HEIGHT);
        VBox.setVgrow(pane, javafx.scene.layout.Priority.ALWAYS);
        setAlignment(box, Pos.TOP_CENTER);
        setMargin(box, new Insets(48, 16, 16, 16));
        getChildren().setAll(box);
        setVisible(true);
        fresh.search();
        pane.focusBox();
    }

    void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            if (model != null) {
                model.leave();
            }
            if (before != null) {
                before.requestFocus();
            }
            // Both belong to a repository, which may be closed before the box is shown again.
            model = null;
            before = null;
        }
    }
}
