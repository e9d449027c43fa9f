package dev.orrery.app.feature.code;

import dev.orrery.app.control.ViewContext;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/** The room for reading: outline, the open files, and usages when they were asked for. */
public final class CodeView extends BorderPane {
    private static final double OUTLINE_WIDTH = 264;
    private static final double USAGES_WIDTH = 360;

    private final StackPane tabsHost = new StackPane();

    public CodeView(ViewContext context, CodeViewModel model) {
        OutlinePane outline = new OutlinePane(context, model);
        outline.setPrefWidth(OUTLINE_WIDTH);
        outline.setMinWidth(120);
        UsagesPane usages = new UsagesPane(context, model);
        usages.setPrefWidth(USAGES_WIDTH);
        SplitPane split = new SplitPane(outline, tabsHost);
        SplitPane.setResizableWithParent(outline, false);
        split.setDividerPositions(0.2);
        setCenter(split);
        setRight(usages);
    }

    /** Takes the tabs in; they are shared with the room that showed them before. */
    public void host(CodeTabs tabs) {
        tabsHost.getChildren().setAll(tabs);
    }
}
