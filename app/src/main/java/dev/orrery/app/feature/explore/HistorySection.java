package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.HistoryModel;
import dev.orrery.indexer.history.FileHistory;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How the symbol came to be, how often its file changed, by whom, and what changes with it. Not there where git knows nothing. */
final class HistorySection extends VBox {
    HistorySection(ViewContext context, FileStory story, HistoryModel.State symbols, InspectorViewModel model) {
        if (story.changes() == 0) {
            boolean told = symbols == HistoryModel.State.STOPPED || symbols == HistoryModel.State.FAILED;
            Nodes.collapsing(this).setVisible(told);
            if (told) {
                getChildren().add(new SymbolStoryPane(context, story.symbol(), symbols, model::readHistoryAgain));
            }
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
        if (story.newest() > 0) {
            Label newest = Nodes.label(context.text("app.history.cutoff", story.newest()), "muted");
            newest.setWrapText(true);
            facts.getChildren().add(newest);
        }
        getChildren().addAll(new SymbolStoryPane(context, story.symbol(), symbols, model::readHistoryAgain), facts);
        if (!story.together().isEmpty()) {
            getChildren().add(new RelatedSection(context, "app.history.together", story.together(), model::follow));
        }
    }
}
