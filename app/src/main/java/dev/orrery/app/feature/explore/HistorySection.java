package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.indexer.history.FileHistory;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How often the file changed, by whom, and what changes with it. Not there where git knows nothing. */
final class HistorySection extends VBox {
    HistorySection(ViewContext context, FileStory story, Consumer<SymbolCard.Related> follow) {
        if (story.changes() == 0) {
            Nodes.collapsing(this).setVisible(false);
            return;
        }
        VBox facts = new VBox(4);
        facts.getStyleClass().add("section");
        Label often =
                Nodes.label(context.text("app.history.changes", story.changes(), story.recent(), story.daysAgo()));
        often.setWrapText(true);
        String names = story.authors().stream()
                .map((FileHistory.Part part) -> part.author() + " " + part.changes())
                .collect(Collectors.joining(" \u00b7 "));
        Label authors = Nodes.data(
                story.others() == 0 ? names : names + " \u00b7 " + context.text("app.history.others", story.others()));
        authors.setWrapText(true);
        authors.getStyleClass().add("muted");
        facts.getChildren().addAll(Nodes.label(context.text("app.history.title"), "section-title"), often, authors);
        getChildren().add(facts);
        if (!story.together().isEmpty()) {
            getChildren().add(new RelatedSection(context, "app.history.together", story.together(), follow));
        }
    }
}
