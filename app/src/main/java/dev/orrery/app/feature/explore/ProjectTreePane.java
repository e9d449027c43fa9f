package dev.orrery.app.feature.explore;

import dev.orrery.api.SymbolKey;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The project as a tree, with a box that filters it. It is also the map for whoever cannot or will not use 3D. */
final class ProjectTreePane extends BorderPane {
    private static final double ROW = 24;

    private final ProjectTreeViewModel model;
    private final TreeView<ProjectNode> tree = new TreeView<>();
    private boolean leading;

    ProjectTreePane(ViewContext context, ProjectTreeViewModel model) {
        this.model = model;
        getStyleClass().add("panel");
        Label title = Nodes.label(context.text("app.tree.title"), "section-title");
        TextField filter = new TextField();
        filter.setPromptText(context.text("app.tree.filter"));
        filter.setAccessibleText(context.text("app.tree.filter"));
        PauseTransition typing = new PauseTransition(Duration.millis(150));
        typing.setOnFinished(event -> model.filterProperty()
                .set(new TreeFilter(
                        filter.getText(), model.filterProperty().get().shown())));
        filter.textProperty().addListener((property, before, now) -> typing.playFromStart());
        VBox head = new VBox(8, title, filter);
        head.setPadding(new Insets(12, 12, 8, 12));
        setTop(head);
        setCenter(tree);
        tree.setShowRoot(false);
        tree.setFixedCellSize(ROW);
        tree.setAccessibleText(context.text("app.tree.title"));
        tree.setCellFactory(view -> new ProjectCell(context));
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> select(now));
        model.rootProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::reveal);
    }

    private void show(ProjectNode.Folder root) {
        leading = true;
        if (tree.getRoot() instanceof ProjectItem item) {
            item.follow(root);
        } else {
            tree.setRoot(new ProjectItem(root));
        }
        leading = false;
        openFirstLevels();
        reveal(model.selectedProperty().get());
    }

    /** A lone folder at the top says nothing closed, and a filter is there to show what matches. */
    private void openFirstLevels() {
        TreeItem<ProjectNode> item = tree.getRoot();
        item.setExpanded(true);
        while (item.getChildren().size() == 1
                && item.getChildren().getFirst().getValue() instanceof ProjectNode.Folder) {
            item = item.getChildren().getFirst();
            item.setExpanded(true);
        }
    }

    private void select(@Nullable TreeItem<ProjectNode> item) {
        if (item != null && !leading) {
            leading = true;
            model.select(item.getValue());
            leading = false;
        }
    }

    private void reveal(@Nullable SymbolKey key) {
        if (key == null || leading || tree.getRoot() == null) {
            return;
        }
        List<String> path = model.pathTo(key);
        TreeItem<ProjectNode> item = tree.getRoot();
        for (String id : path) {
            TreeItem<ProjectNode> next = item.getChildren().stream()
                    .filter(child -> child.getValue().id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                break;
            }
            item.setExpanded(true);
            item = next;
        }
        if (item != tree.getRoot() && item != tree.getSelectionModel().getSelectedItem()) {
            leading = true;
            tree.getSelectionModel().select(item);
            leading = false;
            tree.scrollTo(Math.max(0, tree.getRow(item) - 4));
        }
    }

    void focusTree() {
        tree.requestFocus();
    }
}
