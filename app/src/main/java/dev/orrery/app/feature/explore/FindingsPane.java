package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What a question about the graph found, in a list over the map; a row leads to its symbol. */
final class FindingsPane extends VBox {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 320;

    private final ViewContext context;
    private final FindingsViewModel model;
    private final Label title = Nodes.label("", "strong");
    private final Label count = Nodes.data("", "row-count");
    private final ListView<FindingsViewModel.Finding> list = new ListView<>();

    FindingsPane(ViewContext context, FindingsViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("palette");
        setMaxSize(WIDTH, HEIGHT);
        Button close = new Button("", Icons.of(Feather.X));
        close.getStyleClass().add("flat");
        close.setAccessibleText(context.text("app.close"));
        close.setOnAction(event -> model.leave());
        list.setId("findings");
        list.setPlaceholder(Nodes.label(context.text("app.findings.none"), "muted"));
        list.setCellFactory(view -> new Cell());
        list.setOnMouseClicked(event -> chosen());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
        getChildren().addAll(Nodes.styled(new HBox(title, count, Nodes.spring(), close), "row"), list);
        Nodes.collapsing(this).setVisible(false);
        model.findingsProperty().subscribe(this::show);
    }

    private void show(FindingsViewModel.@Nullable Findings findings) {
        setVisible(findings != null);
        if (findings != null) {
            title.setText(context.text(findings.titleKey()));
            list.setAccessibleText(title.getText());
            int hidden = findings.count() - findings.rows().size();
            count.setText(hidden == 0 ? "" : context.text("app.inspector.more", hidden));
            list.getItems().setAll(findings.rows());
            list.requestFocus();
        }
    }

    private void chosen() {
        FindingsViewModel.Finding finding = list.getSelectionModel().getSelectedItem();
        if (finding != null) {
            model.follow(finding);
        }
    }

    private final class Cell extends ListCell<FindingsViewModel.Finding> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(FindingsViewModel.@Nullable Finding finding, boolean empty) {
            super.updateItem(finding, empty);
            setGraphic(finding == null ? null : row(finding));
            setAccessibleText(finding == null ? null : finding.label() + " " + note(finding));
        }

        private HBox row(FindingsViewModel.Finding finding) {
            Label name = Nodes.data(finding.label());
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            name.setMinWidth(0);
            Label note = Nodes.label(note(finding), "row-count");
            note.setMinWidth(Label.USE_PREF_SIZE);
            HBox row = Nodes.styled(new HBox(name, Nodes.spring(), note), "row");
            row.prefWidthProperty().bind(widthProperty().subtract(16));
            return row;
        }

        private String note(FindingsViewModel.Finding finding) {
            return finding.note() == null ? "" : context.messages().text(finding.note());
        }
    }
}
