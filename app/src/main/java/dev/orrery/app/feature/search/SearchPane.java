package dev.orrery.app.feature.search;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Navigator.Intent;
import java.util.EnumMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The box, its scopes and the results; arrows choose while the keyboard stays in the box. */
public final class SearchPane extends BorderPane {
    private static final double ROW = 28;
    private static final double HINT = 16;

    private final ViewContext context;
    private final SearchViewModel model;
    private final TextField box = new TextField();
    private final ListView<ResultRow> list;
    private final Label hint = Nodes.label("", "muted", "search-hint");
    private final HBox running = Nodes.styled(new HBox(), "search-running");
    private final Map<SearchScope, ToggleButton> scopes = new EnumMap<>(SearchScope.class);
    private final Runnable chosen;
    private final PauseTransition slow = new PauseTransition(Duration.millis(200));
    private @Nullable ResultRow chosenRow;
    private String chosenFor = "";
    private final PauseTransition typing = new PauseTransition(Duration.millis(80));
    private @Nullable String entered;

    /** @param chosen called after the reader chose a result */
    public SearchPane(ViewContext context, SearchViewModel model, Runnable chosen) {
        this.context = context;
        this.model = model;
        this.chosen = chosen;
        this.list = new ListView<>(model.rows());
        box.setPromptText(context.text("app.search.everything"));
        box.setAccessibleText(context.text("app.search.everything"));
        box.setId("search-query");
        box.setText(model.queryProperty().get());
        typing.setOnFinished(event -> model.queryProperty().set(box.getText()));
        box.textProperty().addListener((property, before, now) -> typing.playFromStart());
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::boxKey);
        HBox chips = Nodes.styled(new HBox(), "scope-chips");
        for (SearchScope scope : SearchScope.values()) {
            chips.getChildren().add(chip(scope));
        }
        Button stop = Nodes.styled(new Button(context.text("app.search.stop")), "flat", "small");
        stop.setFocusTraversable(false);
        stop.setOnAction(event -> model.cancel());
        running.getChildren().addAll(Nodes.label(context.text("app.search.running"), "muted"), stop);
        running.setVisible(false);
        chips.getChildren().addAll(Nodes.spring(), running);
        hint.setMinHeight(HINT);
        VBox head = new VBox(6, box, chips, hint);
        head.setPadding(new Insets(0, 0, 8, 0));
        setTop(head);
        setCenter(list);
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setAccessibleText(context.text("app.search.results"));
        list.setCellFactory(view -> new ResultCell(context));
        list.setPlaceholder(Nodes.label(context.text("app.search.empty"), "muted"));
        list.setOnMouseClicked(event -> choose(event.getClickCount() > 1 ? Intent.READ : Intent.GLANCE));
        model.scopeProperty().subscribe(now -> scopes.forEach((each, chip) -> chip.setSelected(each == now)));
        // After the list's own listener, which lets go of the selection; invalidation would come before it.
        model.rows().addListener((ListChangeListener<ResultRow>) change -> selectAgain());
        slow.setOnFinished(event -> running.setVisible(true));
        model.stageProperty().subscribe(this::showStage);
        model.failureProperty().subscribe(now -> showHint());
        model.scopeProperty().subscribe(now -> showHint());
    }

    private ToggleButton chip(SearchScope scope) {
        ToggleButton chip = new ToggleButton(context.text(scope.titleKey()));
        chip.setFocusTraversable(false);
        chip.setOnAction(event -> {
            model.scopeProperty().set(scope);
            chip.setSelected(true);
        });
        scopes.put(scope, chip);
        return chip;
    }

    /** What is quick is not announced. */
    private void showStage(SearchViewModel.Stage now) {
        slow.stop();
        if (now == SearchViewModel.Stage.RUNNING) {
            slow.playFromStart();
        } else {
            running.setVisible(false);
        }
        boolean nothing = now == SearchViewModel.Stage.DONE;
        list.setPlaceholder(Nodes.label(context.text(nothing ? "app.search.nothing" : "app.search.empty"), "muted"));
    }

    /** What is wrong with the query, or else which filters there are. */
    private void showHint() {
        @Nullable UserMessage wrong = model.failureProperty().get();
        hint.getStyleClass().removeAll("danger", "muted");
        hint.getStyleClass().add(wrong == null ? "muted" : "danger");
        hint.setText(
                wrong == null
                        ? context.text(
                                model.scopeProperty().get() == SearchScope.MEANING
                                        ? "app.search.meaning"
                                        : "app.search.filters")
                        : context.messages().text(wrong));
        hint.setTooltip(new Tooltip(hint.getText()));
    }

    private void boxKey(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(10);
            case PAGE_UP -> move(-10);
            case ENTER -> enter();
            case TAB -> cycle(event.isShiftDown() ? -1 : 1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Opens the chosen row. Whoever types faster than the answer comes gets the first row of the answer. */
    private void enter() {
        typing.stop();
        model.queryProperty().set(box.getText());
        String query = box.getText();
        if (model.isAwaitingBest() && !(chosenRow != null && chosenFor.equals(query))) {
            entered = query;
        } else {
            choose(Intent.READ);
        }
    }

    private void openEntered() {
        if (entered != null && !model.isAwaitingBest()) {
            boolean still = entered.equals(box.getText());
            entered = null;
            if (still) {
                choose(Intent.READ);
            }
        }
    }

    private void cycle(int step) {
        SearchScope[] all = SearchScope.values();
        int next = Math.floorMod(model.scopeProperty().get().ordinal() + step, all.length);
        model.scopeProperty().set(all[next]);
    }

    /** The row that was chosen stays so while further ones arrive for the same query; else the first is. */
    private void selectAgain() {
        int again = chosenFor.equals(model.queryProperty().get()) && chosenRow != null
                ? model.rows().indexOf(chosenRow)
                : -1;
        list.getSelectionModel().clearSelection();
        int row = again >= 0 ? again : next(-1, 1);
        if (row >= 0) {
            list.getSelectionModel().select(row);
        }
        openEntered();
    }

    private void move(int step) {
        int now = list.getSelectionModel().getSelectedIndex();
        int target = now;
        for (int i = 0; i < Math.abs(step); i++) {
            int next = next(target, Integer.signum(step));
            target = next < 0 ? target : next;
        }
        if (target >= 0 && target != now) {
            list.getSelectionModel().select(target);
            chosenRow = model.rows().get(target);
            chosenFor = model.queryProperty().get();
            list.scrollTo(Math.max(0, target - 4));
            choose(Intent.GLANCE);
        }
    }

    /** The next row that can be chosen, or -1. */
    private int next(int from, int direction) {
        for (int i = from + direction; i >= 0 && i < model.rows().size(); i += direction) {
            if (model.rows().get(i) instanceof ResultRow.Hit) {
                return i;
            }
        }
        return -1;
    }

    private void choose(Intent intent) {
        if (list.getSelectionModel().isEmpty() && next(-1, 1) >= 0) {
            list.getSelectionModel().select(next(-1, 1));
        }
        @Nullable ResultRow row = list.getSelectionModel().getSelectedItem();
        if (row instanceof ResultRow.Hit hit) {
            if (intent == Intent.READ) {
                chosen.run();
            }
            model.choose(hit.result(), intent);
        }
    }

    /** Puts the keyboard into the box with its text selected. */
    public void focusBox() {
        box.requestFocus();
        box.selectAll();
    }

    /** Whether a key ends the search. */
    public static boolean leaves(KeyEvent event) {
        return event.getCode() == KeyCode.ESCAPE;
    }
}
