package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;

/** The columns that head and rows share. */
final class ModelColumns {
    private static final double[] WIDTHS = {0, 110, 84, 118, 108, 150, 112};
    private static final double LEAST_NAME = 160;

    private ModelColumns() {}

    static GridPane row(List<Node> cells) {
        GridPane grid = Nodes.styled(new GridPane(), "model-row");
        for (int i = 0; i < WIDTHS.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            if (WIDTHS[i] == 0) {
                column.setHgrow(Priority.ALWAYS);
                column.setMinWidth(LEAST_NAME);
            } else {
                column.setMinWidth(WIDTHS[i]);
                column.setPrefWidth(WIDTHS[i]);
                column.setMaxWidth(WIDTHS[i]);
            }
            grid.getColumnConstraints().add(column);
            grid.add(cells.get(i), i, 0);
        }
        RowConstraints only = new RowConstraints();
        only.setVgrow(Priority.ALWAYS);
        grid.getRowConstraints().add(only);
        return grid;
    }
}
