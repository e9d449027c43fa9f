package dev.orrery.app.feature.explore;

import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Compared;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Place;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What differs from the revision that the working tree is compared with, by how; a row flies there. */
final class ComparisonPane extends VBox {
    ComparisonPane(ViewContext context, Compared compared, GraphView view, Consumer<SymbolCard.Related> follow) {
        Label title = Nodes.data(context.text("app.compare.title", compared.revision()), "inspector-title");
        title.setWrapText(true);
        VBox head = Nodes.styled(new VBox(8, title), "section");
        head.getStyleClass().add("first");
        compared.layer().notes().forEach(note -> head.getChildren()
                .add(Nodes.label(context.messages().text(note), "muted")));
        head.getChildren().add(new FlowPane(8, 8, new CommandButtons(context).titled("compare.end", null)));
        getChildren().add(head);
        if (compared.rows().isEmpty()) {
            head.getChildren().add(1, Nodes.label(context.text("app.compare.same"), "muted"));
        }
        compared.rows().forEach((change, rows) -> getChildren()
                .add(new RelatedSection(
                        context,
                        "app.compare." + change.name().toLowerCase(Locale.ROOT),
                        related(rows, view),
                        follow)));
    }

    /** The file's name, unless the label tells it already, as that of a type that has a file of its own. */
    private static String note(Compared.Row row) {
        String file = row.path().substring(row.path().lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return row.label().startsWith(dot > 0 ? file.substring(0, dot) : file) ? "" : file;
    }

    private static List<SymbolCard.Related> related(List<Compared.Row> rows, GraphView view) {
        return rows.stream()
                .map(row -> {
                    int file = view.graph().findFile(row.path());
                    boolean isElsewhere = !row.from().isEmpty() && !row.from().equals(row.path());
                    return new SymbolCard.Related(
                            row.key(),
                            row.label(),
                            note(row),
                            file < 0 ? GraphView.NO_HUE : view.hue(file),
                            "",
                            0,
                            new Place(row.path(), 1, 1),
                            isElsewhere ? row.from() + "\n→ " + row.path() : row.path());
                })
                .toList();
    }
}
