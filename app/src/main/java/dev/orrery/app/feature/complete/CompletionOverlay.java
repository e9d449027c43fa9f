package dev.orrery.app.feature.complete;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CodeEditor;
import dev.orrery.app.session.Threads;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import dev.orrery.models.complete.Item;
import dev.orrery.models.complete.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Shows proposals over one editor: the line in pale letters at the caret, who made it right beneath, and the list of words. FX thread only.
 */
public final class CompletionOverlay {
    private static final double LIST_WIDTH = 460;
    private static final double ROW = 26;
    private static final int ROWS = 9;
    private static final double GAP = 4;
    private static final int FILES_NAMED = 2;

    private final ViewContext context;
    private final CodeEditor editor;
    private final CompletionViewModel model;
    private final HBox source = Nodes.styled(new HBox(), "ghost-source");
    private final ListView<Item> list = new ListView<>();
    private final Tooltip held = new Tooltip();

    private CompletionOverlay(ViewContext context, CodeEditor editor, CompletionViewModel model) {
        this.context = context;
        this.editor = editor;
        this.model = model;
    }

    /**
     * Puts completion into an editor.
     *
     * @param automatic whether something is proposed without being asked for
     * @return what is proposed there
     */
    public static CompletionViewModel attach(
            ViewContext context,
            CodeEditor editor,
            ProposalSource proposals,
            Threads threads,
            BooleanSupplier automatic) {
        CompletionViewModel model = new CompletionViewModel(proposals, threads, automatic, editor::apply);
        new CompletionOverlay(context, editor, model).begin();
        return model;
    }

    private void begin() {
        list.getStyleClass().add("completion-list");
        list.setFixedCellSize(ROW);
        list.setPrefWidth(LIST_WIDTH);
        list.setItems(model.items());
        list.setFocusTraversable(false);
        list.setAccessibleText(context.text("app.complete.list"));
        list.setCellFactory(view -> new ItemCell());
        list.setOnMouseClicked(event -> acceptItem());
        list.setManaged(false);
        source.setManaged(false);
        editor.overlay().getChildren().addAll(source, list);
        model.ghostProperty().subscribe(shown -> refresh());
        model.silenceProperty().subscribe(shown -> refresh());
        model.items().addListener((ListChangeListener<Item>) change -> {
            if (!model.items().isEmpty()) {
                list.getSelectionModel().select(0);
                list.scrollTo(0);
            }
            refresh();
        });
        editor.onCaret(cause -> {
            if (cause == CodeEditor.CaretCause.EDITED && editor.selection().isEmpty()) {
                model.typed(editor.document(), editor.caret());
            } else {
                model.moved();
            }
        });
        editor.intercept(this::key);
        refresh();
    }

    /** Puts everything where the text is now. */
    private void refresh() {
        Ghost shown = model.ghostProperty().get();
        Ghost.Silence silence = model.silenceProperty().get();
        if (shown == null) {
            editor.ghost().hide();
        } else {
            editor.ghost()
                    .show(
                            shown.proposal().edit().start(),
                            shown.proposal().edit().text());
        }
        boolean said = shown != null || silence != null && isAsked(silence);
        Optional<Bounds> caret = said ? editor.bounds(editor.caret()) : Optional.empty();
        source.setVisible(caret.isPresent());
        caret.ifPresent(at -> {
            source.getChildren().setAll(shown != null ? words(shown) : words(silence));
            place(source, at, shown != null ? lines(shown) : 1);
        });
        showList(shown);
    }

    private static boolean isAsked(Ghost.Silence silence) {
        return silence.request().occasion() == Occasion.ASKED;
    }

    private static int lines(Ghost shown) {
        return 1
                + (int) shown.proposal()
                        .edit()
                        .text()
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private List<Label> words(Ghost shown) {
        Proposal proposal = shown.proposal();
        List<Label> words = new ArrayList<>();
        words.add(Nodes.label(
                context.text(
                        "app.complete.by",
                        context.text("app.complete.engine." + proposal.source().engine()),
                        proposal.took().toMillis()),
                "strong"));
        if (!proposal.source().paths().isEmpty()) {
            List<String> paths = proposal.source().paths();
            words.add(Nodes.label(context.text(
                    "app.complete.from",
                    String.join(
                            ", ",
                            paths.subList(0, Math.min(FILES_NAMED, paths.size())).stream()
                                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                                    .toList()),
                    Math.max(0, paths.size() - FILES_NAMED))));
        }
        if (!proposal.imports().isEmpty()) {
            words.add(Nodes.label(context.text("app.complete.imports", String.join(", ", proposal.imports()))));
        }
        if (shown.proposals().size() > 1) {
            words.add(Nodes.label(context.text(
                    "app.complete.which", shown.chosen() + 1, shown.proposals().size())));
        }
        heldBack(shown.heldBack()).ifPresent(words::add);
        words.add(Nodes.label(context.text("app.complete.keys")));
        return words;
    }

    private List<Label> words(Ghost.@Nullable Silence silence) {
        List<Label> words = new ArrayList<>();
        if (silence != null) {
            silence.why()
                    .forEach(why -> words.add(Nodes.label(context.messages().text(why))));
            heldBack(silence.heldBack()).ifPresent(words::add);
        }
        return words;
    }

    /** How many proposals the gate kept back; what and why stands in the tooltip. */
    private Optional<Label> heldBack(List<Answer.HeldBack> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        Label label = Nodes.label(context.text("app.complete.held", all.size()));
        StringBuilder reasons = new StringBuilder();
        for (Answer.HeldBack one : all) {
            reasons.append(reasons.isEmpty() ? "" : "\n")
                    .append(one.proposal().edit().text().strip())
                    .append(" — ")
                    .append(String.join(
                            "; ",
                            one.why().stream().map(context.messages()::text).toList()));
        }
        held.setText(reasons.toString());
        label.setTooltip(held);
        return Optional.of(label);
    }

    private void showList(@Nullable Ghost shown) {
        Optional<Bounds> at = model.items().isEmpty()
                ? Optional.empty()
                : model.wordStart().flatMap(offset -> editor.bounds(offset)).or(() -> editor.bounds(editor.caret()));
        list.setVisible(at.isPresent());
        at.ifPresent(bounds -> {
            list.setPrefHeight(ROW * Math.min(ROWS, model.items().size()) + 2);
            place(list, bounds, (shown == null ? 1 : lines(shown)) + (source.isVisible() ? 1 : 0));
        });
    }

    /** Below so many lines of text, and above where there is no room below. */
    private void place(Region node, Bounds caret, int lines) {
        node.applyCss();
        Pane over = editor.overlay();
        double width = Math.min(over.getWidth(), Math.max(node.prefWidth(-1), 1));
        double height = node.prefHeight(width);
        double below = caret.getMinY() + lines * caret.getHeight() + GAP;
        double y = below + height <= over.getHeight() ? below : Math.max(0, caret.getMinY() - height - GAP);
        double x = Math.max(0, Math.min(caret.getMinX(), over.getWidth() - width));
        node.resizeRelocate(x, y, width, height);
    }

    private boolean key(KeyEvent event) {
        return list.isVisible() && listKey(event.getCode(), plain(event)) || ghostKey(event);
    }

    private static boolean plain(KeyEvent event) {
        return !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown() && !event.isControlDown();
    }

    private boolean listKey(KeyCode code, boolean plain) {
        if (!plain) {
            return false;
        }
        switch (code) {
            case DOWN -> select(1);
            case UP -> select(-1);
            case PAGE_DOWN -> select(ROWS);
            case PAGE_UP -> select(-ROWS);
            case ENTER -> acceptItem();
            case TAB -> {
                if (model.ghostProperty().get() != null) {
                    return false;
                }
                acceptItem();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean ghostKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && plain(event)) {
            return model.dismiss();
        }
        if (event.getCode() == KeyCode.TAB && plain(event)) {
            return model.accept(CompletionViewModel.Part.ALL);
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.RIGHT && !event.isShiftDown()) {
            return model.accept(CompletionViewModel.Part.WORD);
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.DOWN && !event.isShiftDown()) {
            return model.accept(CompletionViewModel.Part.LINE);
        }
        return false;
    }

    private void select(int by) {
        int count = model.items().size();
        int next = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, count - 1);
        list.getSelectionModel().select(next);
        list.scrollTo(Math.max(0, next - ROWS + 1));
    }

    private void acceptItem() {
        Item item = list.getSelectionModel().getSelectedItem();
        if (item != null) {
            model.accept(item);
        }
    }

    /** A word, what it is, and its type. */
    private final class ItemCell extends ListCell<Item> {
        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : row(item));
        }

        private HBox row(Item item) {
            HBox row = Nodes.styled(new HBox(), "completion-row");
            String kind = item.name()
                    .map(name -> name.kind().name().toLowerCase(Locale.ROOT))
                    .orElse("word");
            Label sort = Nodes.label(context.text("app.complete.kind." + kind), "completion-kind", "kind-" + kind);
            Label text = Nodes.data(item.text(), "mono", "strong");
            Label detail = Nodes.data(item.name().map(name -> name.signature()).orElse(""), "mono", "dim");
            detail.setMinWidth(0);
            Label type = Nodes.data(
                    item.name()
                            .map(name -> name.importName().isEmpty() ? name.type() : name.importName())
                            .orElse(""),
                    "mono",
                    "dim");
            row.getChildren().addAll(sort, text, detail, Nodes.spring(), type);
            return row;
        }
    }
}
