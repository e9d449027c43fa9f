package dev.orrery.app.feature.explore;

import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CodeTabs;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The room with the map in the middle, the project at its left, the inspector at its right and code below. */
public final class ExploreView extends BorderPane {
    private static final double TREE_WIDTH = 272;
    private static final double INSPECTOR_WIDTH = 320;

    private final StackPane codeHost = new StackPane();
    private final ProjectTreePane tree;

    public ExploreView(ViewContext context, ExploreViewModel model) {
        tree = new ProjectTreePane(context, model.tree());
        BorderPane left = new BorderPane(tree);
        left.getStyleClass().addAll("panel", "panel-left");
        left.setPrefWidth(TREE_WIDTH);
        left.setMinWidth(160);
        InspectorPane inspector = new InspectorPane(context, model.inspector());
        inspector.setPrefWidth(INSPECTOR_WIDTH);
        inspector.setMinWidth(200);
        StackPane map = new StackPane();
        map.getStyleClass().add("map-host");
        CrumbBar crumbs = new CrumbBar(context, model);
        StackPane.setAlignment(crumbs, Pos.TOP_LEFT);
        map.getChildren().add(crumbs);
        SplitPane middle = new SplitPane(map, codeHost);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.67);
        SplitPane split = new SplitPane(left, middle, inspector);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(inspector, false);
        split.widthProperty().addListener(new javafx.beans.value.ChangeListener<Number>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends Number> width, Number before, Number now) {
                split.widthProperty().removeListener(this);
                split.setDividerPositions(TREE_WIDTH / now.doubleValue(), 1 - INSPECTOR_WIDTH / now.doubleValue());
            }
        });
        setCenter(split);
    }

    /** Takes the code tabs in; they are shared with the room that showed them before. */
    public void host(CodeTabs tabs) {
        codeHost.getChildren().setAll(tabs);
    }

    public void focusTree() {
        tree.focusTree();
    }
}
