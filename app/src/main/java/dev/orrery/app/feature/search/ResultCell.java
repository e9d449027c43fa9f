package dev.orrery.app.feature.search;

import dev.orrery.api.TextHit;
import dev.orrery.app.control.Dot;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.KeyCap;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.SymbolText;
import javafx.geometry.Pos;
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
        String files = head.files() > 0 ? " · " + context.text("app.search.files", head.files()) : "";
        return group + " · " + count + files;
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
                        whole(Nodes.data(SymbolText.label(symbol.key()))),
                        whole(Nodes.label(
                                context.text(SymbolText.kindKey(symbol.key().kind())), "row-count")),
                        folder(symbol.key().path() + ":" + symbol.line()));
            case SearchResult.Text text -> text(text);
        };
    }

    /** A label that is never cut while others in its row can be. */
    private static Label whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label name(String path) {
        return whole(Nodes.data(path.substring(path.lastIndexOf('/') + 1)));
    }

    private static Label folder(String path) {
        Label label = Nodes.data(path, "row-count");
        label.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        label.setMinWidth(0);
        return label;
    }

    private static Label count(int hits) {
        return whole(Nodes.data(Integer.toString(hits), "row-count"));
    }

    private static HBox text(SearchResult.Text found) {
        TextHit first = found.hit();
        String text = first.text();
        int from = first.start() > LEAD ? first.start() - LEAD / 2 : 0;
        int to = Math.min(text.length(), Math.max(first.end(), from + SHOWN));
        Label number = whole(Nodes.data(Integer.toString(first.line()), "row-count"));
        number.setMinWidth(40);
        HBox line = new HBox();
        line.setAlignment(Pos.CENTER_LEFT);
        int at = from;
        for (TextHit hit : found.hits()) {
            if (hit.start() >= at && hit.start() < to) {
                Label before = at == from
                        ? whole(Nodes.data(
                                (from > 0 ? "…" : "")
                                        + text.substring(at, hit.start()).stripLeading(),
                                "hit-text"))
                        : Nodes.data(text.substring(at, hit.start()), "hit-text");
                Label match = Nodes.data(text.substring(hit.start(), Math.min(hit.end(), to)), "hit-text", "match-box");
                line.getChildren().addAll(before, whole(match));
                at = Math.min(hit.end(), to);
            }
        }
        Label after = Nodes.data(text.substring(at, to), "hit-text");
        after.setMinWidth(0);
        line.getChildren().add(after);
        line.setMinWidth(0);
        return line(number, line);
    }

    private static HBox line(Node... parts) {
        return Nodes.styled(new HBox(parts), "row");
    }
}
