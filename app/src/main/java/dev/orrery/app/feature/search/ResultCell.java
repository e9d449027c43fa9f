package dev.orrery.app.feature.search;

import dev.orrery.api.TextHit;
import dev.orrery.app.control.Dot;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.KeyCap;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.SymbolText;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A row of the result list: a group's head, a file's head, or a result. */
final class ResultCell extends ListCell<ResultRow> {
    /** Text shown before a match, so that the match is always in view. */
    private static final int LEAD = 40;

    private static final int SHOWN = 300;

    private final ViewContext context;

    ResultCell(ViewContext context) {
        this.context = context;
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ResultRow row, boolean empty) {
        super.updateItem(row, empty);
        setDisable(row instanceof ResultRow.Head || row instanceof ResultRow.InFile);
        setGraphic(row == null ? null : graphic(row));
    }

    private Node graphic(ResultRow row) {
        return switch (row) {
            case ResultRow.Head head -> Nodes.label(title(head), "group-row");
            case ResultRow.InFile file -> file(file);
            case ResultRow.Hit hit -> result(hit.result());
        };
    }

    private String title(ResultRow.Head head) {
        String group = context.text(head.scope().titleKey());
        String count =
                switch (head.completeness()) {
                    case COMPLETE -> context.text("app.search.count", head.found());
                    case STOPPED_AT_LIMIT -> context.text("app.search.count.atLeast", head.found());
                };
        String hidden = head.hidden() > 0 ? " · " + context.text("app.search.hidden", head.hidden()) : "";
        return group + " · " + count + hidden;
    }

    private HBox file(ResultRow.InFile file) {
        return line(Icons.of(Feather.FILE_TEXT), name(file.path()), folder(file.path()), count(file.hits()));
    }

    private Node result(SearchResult result) {
        return switch (result) {
            case SearchResult.Action action ->
                line(
                        Icons.of(Feather.CHEVRON_RIGHT),
                        Nodes.label(context.text(action.command().titleKey())),
                        Nodes.spring(),
                        new KeyCap(context.keys().label(action.command())));
            case SearchResult.File file ->
                line(Icons.of(Feather.FILE_TEXT), name(file.path()), folder(file.path()), Nodes.spring());
            case SearchResult.Symbol symbol ->
                line(
                        new Dot(context.hues(), symbol.hue()),
                        Nodes.data(SymbolText.label(symbol.key())),
                        Nodes.label(context.text(SymbolText.kindKey(symbol.key().kind())), "row-count"),
                        folder(symbol.key().path() + ":" + symbol.line()));
            case SearchResult.Text text -> text(text.hit());
        };
    }

    private static Label name(String path) {
        return Nodes.data(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Label folder(String path) {
        Label label = Nodes.data(path, "row-count");
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    private static Label count(int hits) {
        return Nodes.data(Integer.toString(hits), "row-count");
    }

    private static HBox text(TextHit hit) {
        int from = hit.start() > LEAD ? hit.start() - LEAD / 2 : 0;
        int to = Math.min(hit.text().length(), Math.max(hit.end(), from + SHOWN));
        Label number = Nodes.data(Integer.toString(hit.line()), "row-count");
        number.setMinWidth(40);
        Label before = Nodes.data(
                (from > 0 ? "…" : "") + hit.text().substring(from, hit.start()).stripLeading(), "hit-text");
        Label match = Nodes.data(hit.text().substring(hit.start(), Math.min(hit.end(), to)), "hit-text", "match-box");
        Label after = Nodes.data(hit.text().substring(Math.min(hit.end(), to), to), "hit-text");
        before.setMinWidth(0);
        after.setMinWidth(0);
        HBox line = new HBox(before, match, after);
        return line(number, line);
    }

    private static HBox line(Node... parts) {
        return Nodes.styled(new HBox(parts), "row");
    }
}
