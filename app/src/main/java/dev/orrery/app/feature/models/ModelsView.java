package dev.orrery.app.feature.models;

import dev.orrery.api.UserMessage;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.StatePane;
import dev.orrery.app.control.ViewContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Models: what is here and what could be, one bar for the memory, who does what, and all about the selected one. */
public final class ModelsView extends StackPane {
    private static final double ROW = 52;

    private final ViewContext context;
    private final ModelsViewModel screen;
    private final ModelWords words;
    private final Sheet sheet;
    private final FetchSheet fetch;
    private final ServerSheet servers;
    private final ImportSheet imports;
    private final ModelInspector inspector;
    private final ListView<ModelRow> list = new ListView<>();
    private final StackPane lists = new StackPane();
    private final Map<ModelsViewModel.Tab, ToggleButton> tabs = new EnumMap<>(ModelsViewModel.Tab.class);
    private final DiskMenu disk;
    private final OfferCard offer;
    private final Label trouble = Nodes.label("", "notice");
    private final StackPane columns;
    private boolean choosing;

    public ModelsView(ViewContext context, ModelsViewModel screen) {
        this.context = context;
        this.screen = screen;
        this.words = new ModelWords(context);
        this.sheet = new Sheet(words);
        this.fetch = new FetchSheet(words, screen, sheet, context.messages()::text);
        this.servers = new ServerSheet(words, screen, sheet);
        this.imports = new ImportSheet(words, screen, sheet);
        CatalogueSheet catalogue = new CatalogueSheet(words, screen, sheet);
        this.offer = new OfferCard(words, fetch::ask, catalogue::show);
        this.disk = new DiskMenu(words, screen);
        this.columns = new StackPane(columns(words));
        ModelActions actions = new ModelActions(screen, row -> fetch.ask(row));
        this.inspector = new ModelInspector(words, screen, actions);
        list.setCellFactory(view -> new ModelCell(words, actions));
        list.setFixedCellSize(ROW);
        list.needsLayoutProperty().subscribe(laidOut -> alignHead());
        list.getStyleClass().add("model-list");
        list.setId("models");
        list.setAccessibleText(words.text("app.room.models"));
        list.getSelectionModel().selectedItemProperty().addListener((property, before, row) -> chosen(row));
        trouble.setWrapText(true);
        trouble.setMaxWidth(Double.MAX_VALUE);
        trouble.setId("models-trouble");
        Nodes.collapsing(trouble);
        VBox page = Nodes.styled(
                new VBox(
                        head(), trouble, new MemoryCard(words, screen), tabBar(), lists, new DutiesCard(words, screen)),
                "page");
        VBox.setVgrow(lists, Priority.ALWAYS);
        BorderPane frame = new BorderPane(page);
        frame.setRight(Nodes.styled(new StackPane(inspector), "model-inspector"));
        getChildren().addAll(frame, sheet);
        InvalidationListener rows = change -> rowsChanged();
        for (ModelsViewModel.Tab tab : ModelsViewModel.Tab.values()) {
            ((Observable) screen.rows(tab)).addListener(rows);
        }
        screen.tabProperty().subscribe(this::showTab);
        screen.troubleProperty().subscribe(this::tell);
        screen.stateProperty().subscribe(state -> showTab(screen.tabProperty().get()));
    }

    private Node head() {
        Button file = new Button(words.text("app.models.import"));
        file.setId("models-import");
        file.setOnAction(event -> imports.show());
        Button hub = new Button(words.text("app.models.hub"));
        hub.setId("models-hub");
        hub.setOnAction(event -> fetch.search());
        Button server = new Button(words.text("app.models.server"));
        server.setId("models-server");
        server.setOnAction(event -> servers.show());
        HBox head = new HBox(
                8, Nodes.label(words.text("app.room.models"), "page-title"), Nodes.spring(), file, hub, server);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node tabBar() {
        HBox bar = new HBox(8);
        bar.setAlignment(Pos.CENTER_LEFT);
        for (ModelsViewModel.Tab tab : ModelsViewModel.Tab.values()) {
            ToggleButton button = new ToggleButton();
            button.setId("models-" + tab.name().toLowerCase(Locale.ROOT));
            button.setOnAction(event -> {
                screen.tabProperty().set(tab);
                button.setSelected(true);
            });
            tabs.put(tab, button);
            bar.getChildren().add(button);
        }
        bar.getChildren().addAll(Nodes.spring(), disk, Nodes.label(words.text("app.models.nothing.loaded"), "muted"));
        return bar;
    }

    private void rowsChanged() {
        for (Map.Entry<ModelsViewModel.Tab, ToggleButton> entry : tabs.entrySet()) {
            ModelsViewModel.Tab tab = entry.getKey();
            entry.getValue()
                    .setText(words.text(
                            "app.models.tab." + tab.name().toLowerCase(Locale.ROOT),
                            screen.rows(tab).size()));
        }
        screen.shelf().ifPresent(shelf -> {
            disk.show(shelf.bytesOnDisk());
            offer.show(screen.recommended(), shelf.catalogueDay());
        });
        showTab(screen.tabProperty().get());
    }

    private void showTab(ModelsViewModel.Tab tab) {
        tabs.forEach((each, button) -> button.setSelected(each == tab));
        List<ModelRow> rows = screen.rows(tab);
        choosing = true;
        if (!list.getItems().equals(rows)) {
            list.getItems().setAll(rows);
        }
        int index = -1;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(screen.selectedProperty().get())) {
                index = i;
            }
        }
        list.getSelectionModel().clearAndSelect(index);
        choosing = false;
        lists.getChildren().setAll(content(tab, rows));
        inspector.show(screen.selectedRow());
    }

    private Node content(ModelsViewModel.Tab tab, List<ModelRow> rows) {
        if (screen.stateProperty().get() == ModelsViewModel.State.LOOKING) {
            return Nodes.label(words.text("app.models.looking"), "muted");
        }
        if (rows.isEmpty()) {
            return switch (tab) {
                case CLOUD ->
                    new StatePane(
                            Feather.CLOUD_OFF,
                            words.text("app.models.empty.cloud"),
                            words.text("app.models.empty.cloud.detail"));
                case HERE, AVAILABLE -> nothingYet();
            };
        }
        VBox table = Nodes.styled(new VBox(columns, list), "model-table");
        VBox.setVgrow(list, Priority.ALWAYS);
        boolean isOne = rows.size() == 1;
        list.setMinHeight(isOne ? ROW + 2 : Region.USE_COMPUTED_SIZE);
        list.setPrefHeight(isOne ? ROW + 2 : Region.USE_COMPUTED_SIZE);
        if (tab == ModelsViewModel.Tab.CLOUD) {
            return table;
        }
        if (tab == ModelsViewModel.Tab.HERE) {
            boolean isAlone = rows.stream().allMatch(row -> row.state() instanceof ModelRow.State.BuiltIn);
            return isAlone ? new VBox(table, nothingYet()) : table;
        }
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(12, offer, table);
    }

    private StatePane nothingYet() {
        StatePane nothing =
                new StatePane(Feather.BOX, words.text("app.models.empty"), words.text("app.models.empty.detail"));
        VBox.setVgrow(nothing, Priority.ALWAYS);
        return nothing;
    }

    /** The head ends where the rows end: beside the bar, where one scrolls. */
    private void alignHead() {
        double bar = list.lookupAll(".scroll-bar").stream()
                .filter(node -> node instanceof ScrollBar side
                        && side.getOrientation() == Orientation.VERTICAL
                        && side.isVisible())
                .mapToDouble(node -> node.getLayoutBounds().getWidth())
                .findFirst()
                .orElse(0);
        columns.setPadding(new Insets(0, bar, 0, 0));
    }

    private static GridPane columns(ModelWords words) {
        GridPane head = ModelColumns.row(java.util.stream.Stream.of("model", "engine", "disk", "fits", "speed", "state")
                .<Node>map(name -> Nodes.label(words.text("app.models.column." + name), "muted"))
                .collect(java.util.stream.Collectors.collectingAndThen(
                        java.util.stream.Collectors.toCollection(java.util.ArrayList::new), cells -> {
                            cells.add(new Label());
                            return cells;
                        })));
        return Nodes.styled(head, "model-head");
    }

    private void chosen(@Nullable ModelRow row) {
        if (!choosing && row != null) {
            screen.select(row.id());
            inspector.show(screen.selectedRow());
        }
    }

    private void tell(@Nullable UserMessage message) {
        trouble.setVisible(message != null);
        trouble.setText(message == null ? "" : context.messages().text(message));
    }
}
