package dev.orrery.app.feature.code;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The open files as tabs. */
public final class CodeTabs extends StackPane implements AutoCloseable {
    private static final PseudoClass GLANCE = PseudoClass.getPseudoClass("glance");

    private final ViewContext context;
    private final CodeViewModel model;
    private final TabPane pane = new TabPane();
    private final Map<OpenFile, Tab> tabs = new HashMap<>();
    private final BooleanBinding none;
    private final List<Consumer<CodeEditor>> editorListeners = new ArrayList<>();

    public CodeTabs(ViewContext context, CodeViewModel model) {
        this.context = context;
        this.model = model;
        pane.getStyleClass().add("code-tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        StatePane empty =
                new StatePane(Feather.CODE, context.text("app.code.empty"), context.text("app.code.empty.detail"));
        none = Bindings.isEmpty(model.files());
        empty.visibleProperty().bind(none);
        pane.visibleProperty().bind(none.not());
        getChildren().addAll(empty, pane);
        model.files().forEach(this::add);
        model.files().addListener(this::filesChanged);
        model.currentProperty().subscribe(this::select);
        pane.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> selected(now));
    }

    private void filesChanged(ListChangeListener.Change<? extends OpenFile> change) {
        while (change.next()) {
            change.getRemoved().forEach(file -> {
                Tab tab = tabs.remove(file);
                if (tab != null) {
                    pane.getTabs().remove(tab);
                    close(tab);
                }
            });
            change.getAddedSubList().forEach(this::add);
        }
    }

    private static void close(Tab tab) {
        if (tab.getContent() instanceof CodeEditor editor) {
            editor.close();
        }
    }

    @Override
    public void close() {
        pane.getTabs().forEach(CodeTabs::close);
    }

    private void add(OpenFile file) {
        CodeEditor editor = new CodeEditor(context, model, file);
        new HoverDelay(editor, model);
        editorListeners.forEach(listener -> listener.accept(editor));
        Tab tab = new Tab(file.name(), editor);
        tab.setTooltip(new Tooltip(file.path()));
        tab.setUserData(file);
        tab.getProperties().put("orrery.data", Boolean.TRUE);
        tab.setOnCloseRequest(event -> {
            // The model closes it, and the tab goes with the file.
            event.consume();
            model.close(file);
        });
        file.modifiedProperty()
                .subscribe(modified -> tab.setGraphic(modified ? Nodes.styled(new Circle(3), "modified-dot") : null));
        file.glanceProperty().subscribe(glance -> {
            tab.getStyleClass().remove("glance");
            if (glance) {
                tab.getStyleClass().add(GLANCE.getPseudoClassName());
            }
        });
        tabs.put(file, tab);
        pane.getTabs().add(tab);
    }

    private void select(@Nullable OpenFile file) {
        Tab tab = file == null ? null : tabs.get(file);
        if (tab != null) {
            pane.getSelectionModel().select(tab);
        }
    }

    private void selected(@Nullable Tab tab) {
        if (tab != null
                && tab.getUserData() instanceof OpenFile file
                && model.files().contains(file)) {
            model.currentProperty().set(file);
        }
    }

    /** Whether no file is open. */
    public ObservableBooleanValue emptyProperty() {
        return none;
    }

    /** Puts the keyboard into the current file. */
    public void focusText() {
        editor().ifPresent(CodeEditor::focusText);
    }

    /** The editor of the current file. */
    public Optional<CodeEditor> editor() {
        Tab tab = pane.getSelectionModel().getSelectedItem();
        return tab != null && tab.getContent() instanceof CodeEditor editor ? Optional.of(editor) : Optional.empty();
    }

    /** Hands every editor there is, and every one that comes, to {@code listener}. */
    public void onEditor(Consumer<CodeEditor> listener) {
        editorListeners.add(listener);
        for (Tab tab : pane.getTabs()) {
            if (tab.getContent() instanceof CodeEditor editor) {
                listener.accept(editor);
            }
        }
    }
}
