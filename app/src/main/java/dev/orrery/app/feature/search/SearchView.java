package dev.orrery.app.feature.search;

import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CodeTabs;
import javafx.geometry.Insets;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The room for searching: results at the left, the chosen one at the right. */
public final class SearchView extends BorderPane {
    private final StackPane codeHost = new StackPane();
    private final SearchPane pane;

    public SearchView(ViewContext context, SearchViewModel model) {
        pane = new SearchPane(context, model, () -> {});
        pane.setPadding(new Insets(12));
        pane.getStyleClass().add("panel");
        SplitPane split = new SplitPane(pane, codeHost);
        split.setDividerPositions(0.45);
        setCenter(split);
    }

    /** Takes the code tabs in; they are shared with the room that showed them before. */
    public void host(CodeTabs tabs) {
        codeHost.getChildren().setAll(tabs);
    }

    public void focusBox() {
        pane.focusBox();
    }
}
