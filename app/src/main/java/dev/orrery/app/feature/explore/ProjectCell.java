package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Dot;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import java.text.NumberFormat;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A row: the region's dot, the name, and a count at the right edge. */
final class ProjectCell extends TreeCell<ProjectNode> {
    private final ViewContext context;
    private final NumberFormat numbers;
    private final Dot dot;
    private final Label name = Nodes.data("");
    private final Label count = Nodes.data("", "row-count");
    private final HBox row;

    ProjectCell(ViewContext context) {
        this.context = context;
        this.numbers = NumberFormat.getIntegerInstance(context.messages().locale());
        this.dot = new Dot(context.hues());
        this.row = Nodes.styled(new HBox(dot, name, Nodes.spring(), count), "row");
        count.setMinWidth(Label.USE_PREF_SIZE);
        name.setMinWidth(0);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ProjectNode node, boolean empty) {
        super.updateItem(node, empty);
        setGraphic(node == null ? null : row);
        if (node == null) {
            setAccessibleText(null);
            return;
        }
        dot.show(node.hue());
        name.setText(node.label());
        count.setText(node.count() == 0 ? "" : numbers.format(node.count()));
        setAccessibleText(accessible(node));
    }

    private String accessible(ProjectNode node) {
        return switch (node) {
            case ProjectNode.Folder folder -> context.text("app.tree.folder", folder.label(), folder.count());
            case ProjectNode.SourceFile file -> context.text("app.tree.file", file.label(), file.count());
            case ProjectNode.Declaration symbol ->
                context.text("app.tree.symbol", context.text(symbol.kindKey()), symbol.label(), symbol.count());
        };
    }
}
