package dev.orrery.app.feature.models;

import dev.orrery.app.control.MetricCard;
import dev.orrery.app.control.Nodes;
import dev.orrery.models.ModelChoice;
import dev.orrery.models.Shelf;
import dev.orrery.models.pool.BenchResult;
import dev.orrery.models.store.InstalledModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that is known of the selected model, its settings, and what can be done with it. */
final class ModelInspector extends ScrollPane {
    private static final int[] CONTEXTS = {2048, 4096, 8192, 16_384, 32_768, 65_536, 131_072};
    private static final int[] MINUTES = {1, 5, 10, 30, 60, 240};
    private static final double WIDTH = 332;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final ModelActions actions;
    private final VBox content = new VBox();
    private final TrialPane trial;
    /** The model that is to go, once that is confirmed. */
    private String leaving = "";

    ModelInspector(ModelWords words, ModelsViewModel screen, ModelActions actions) {
        this.words = words;
        this.screen = screen;
        this.actions = actions;
        this.trial = new TrialPane(words, screen);
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
    }

    void show(Optional<ModelRow> row) {
        content.getChildren().clear();
        if (row.isEmpty()) {
            Label nothing = Nodes.label(words.text("app.models.inspector.none"), "muted");
            nothing.setWrapText(true);
            content.getChildren().add(section(nothing));
            return;
        }
        ModelRow model = row.get();
        content.getChildren().add(head(model));
        Optional<Shelf.Installed> here = screen.shelf().flatMap(shelf -> shelf.installed(model.id()));
        boolean isSound = !(model.state() instanceof ModelRow.State.Damaged);
        boolean canRun = here.isPresent() && isSound || model.state() instanceof ModelRow.State.BuiltIn;
        if (canRun || model.state() instanceof ModelRow.State.Remote) {
            content.getChildren().add(bench(model));
            trial.show(model);
            content.getChildren().add(trial);
        }
        if (here.isPresent() && isSound) {
            content.getChildren().add(settings(model));
            smaller(model).ifPresent(content.getChildren()::add);
        }
        if (here.isPresent()) {
            content.getChildren().add(files(here.get().model()));
        }
        if (here.isPresent() || model.state() instanceof ModelRow.State.Paused) {
            content.getChildren().add(removal(model));
        }
    }

    private static VBox section(Node... nodes) {
        return Nodes.styled(new VBox(8, nodes), "section");
    }

    private Node head(ModelRow model) {
        Label name = Nodes.data(model.name(), "page-title");
        name.setWrapText(true);
        Label about = Nodes.data(words.engine(model) + " · " + words.about(model), "muted");
        about.setWrapText(true);
        VBox head = section(name, about);
        head.getStyleClass().add("first");
        model.fit().ifPresent(fit -> {
            HBox cards = new HBox(
                    8,
                    new MetricCard(words.size(fit.footprint().weightBytes()), words.text("app.models.card.weights")),
                    new MetricCard(words.size(fit.footprint().cacheBytes()), words.text("app.models.card.cache")),
                    measured(model)
                            .orElseGet(() -> new MetricCard(
                                    words.size(fit.predictedBytes()), words.text("app.models.card.predicted"))));
            cards.getChildren().forEach(card -> ((Region) card).setMinWidth(Region.USE_PREF_SIZE));
            head.getChildren().add(cards);
        });
        String detail = words.detail(model.state());
        if (!detail.isEmpty()) {
            Label state = Nodes.label(detail, "muted");
            state.setWrapText(true);
            head.getChildren().add(state);
        }
        HBox buttons = new HBox(8);
        for (ModelActions.Action action : actions.of(model)) {
            Button button = new Button(words.text(action.titleKey()));
            button.setOnAction(event -> action.run().run());
            button.setId("inspect-" + action.id());
            if (action.isPrimary()) {
                button.getStyleClass().add("primary");
            }
            buttons.getChildren().add(button);
        }
        if (!buttons.getChildren().isEmpty()) {
            head.getChildren().add(buttons);
        }
        return head;
    }

    private Optional<MetricCard> measured(ModelRow model) {
        return screen.models()
                .measured(model.id())
                .map(seen -> new MetricCard(words.size(seen.measuredBytes()), words.text("app.models.card.measured")));
    }

    private Node bench(ModelRow model) {
        Button run = new Button(words.text("app.models.bench.run"));
        run.setId("model-bench");
        run.setOnAction(event -> screen.jobs().bench(model.id()));
        run.setDisable(model.state() instanceof ModelRow.State.Busy);
        HBox head = new HBox(Nodes.label(words.text("app.models.bench"), "section-title"), Nodes.spring(), run);
        head.setAlignment(Pos.CENTER_LEFT);
        List<BenchResult> results = results(model.id());
        if (results.isEmpty()) {
            Label none = Nodes.label(words.text("app.models.bench.none"), "muted");
            none.setWrapText(true);
            return section(head, none);
        }
        BenchResult last = results.getLast();
        VBox section = section(head);
        if (results.size() > 1) {
            section.getChildren()
                    .addAll(
                            new SpeedChart(results.stream()
                                    .mapToDouble(BenchResult::tokensPerSecond)
                                    .toArray()),
                            Nodes.label(words.text("app.models.bench.history", results.size()), "muted", "small"));
        }
        section.getChildren()
                .addAll(
                        line(
                                "app.models.bench.prompt",
                                words.text("app.models.speed.tokens", last.promptTokensPerSecond())),
                        line("app.models.bench.made", words.text("app.models.speed.tokens", last.tokensPerSecond())),
                        line("app.models.bench.first", words.text("app.models.millis", last.firstTokenMillis())));
        if (last.lineP95Millis() > 0) {
            section.getChildren()
                    .add(line("app.models.bench.line", words.text("app.models.millis", last.lineP95Millis())));
        }
        return section;
    }

    private List<BenchResult> results(String id) {
        try {
            return screen.models().benches().of(id);
        } catch (IOException toldByTheList) {
            return List.of();
        }
    }

    private HBox line(String titleKey, String value) {
        return line(words.text(titleKey), Nodes.label(value, "muted"));
    }

    private static HBox line(String title, Node value) {
        HBox line = new HBox(8, Nodes.label(title), Nodes.spring(), value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node settings(ModelRow model) {
        ModelChoice choice = screen.models().choices().of(model.id());
        int most = model.contextTokens() > 0 ? model.contextTokens() : Integer.MAX_VALUE;
        List<Integer> contexts =
                IntStream.of(CONTEXTS).filter(tokens -> tokens <= most).boxed().toList();
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = new ArrayList<>(List.of(0));
        IntStream.rangeClosed(1, Math.min(cores, 64)).forEach(threads::add);
        List<Optional<Integer>> idle = new ArrayList<>(List.of(Optional.empty()));
        IntStream.of(MINUTES).forEach(minutes -> idle.add(Optional.of(minutes)));
        int usual = screen.models().choices().idleMinutes();
        MenuButton unload = menu(
                model,
                choice.keptLoaded()
                        ? words.text("app.models.idle.never")
                        : words.text(
                                "app.models.idle.minutes", choice.idleMinutes().orElse(usual)),
                idle,
                minutes -> minutes.map(some -> words.text("app.models.idle.minutes", some))
                        .orElseGet(() -> words.text("app.models.idle.usual", usual)),
                minutes -> old -> old.withIdleMinutes(minutes).withKeptLoaded(false));
        MenuItem never = new MenuItem(words.text("app.models.idle.never"));
        never.setOnAction(event -> change(model, old -> old.withKeptLoaded(true)));
        unload.getItems().add(never);
        return section(
                Nodes.label(words.text("app.models.settings"), "section-title"),
                line(
                        words.text("app.models.settings.context"),
                        menu(
                                model,
                                words.tokens(choice.contextTokens(model.contextTokens())),
                                contexts,
                                words::tokens,
                                tokens -> old -> old.withContext(tokens))),
                line(
                        words.text("app.models.settings.threads"),
                        menu(
                                model,
                                threads(choice.threads(), cores),
                                threads,
                                count -> threads(count, cores),
                                count -> old -> old.withThreads(count))),
                line(words.text("app.models.settings.idle"), unload));
    }

    private String threads(int count, int cores) {
        return count == 0
                ? words.text("app.models.threads.all", cores)
                : words.text("app.models.threads", count, cores);
    }

    private <T> MenuButton menu(
            ModelRow model,
            String shown,
            List<T> values,
            Function<T, String> name,
            Function<T, UnaryOperator<ModelChoice>> change) {
        MenuButton menu = Nodes.styled(new MenuButton(shown), "flat", "compact-menu");
        for (T value : values) {
            MenuItem item = new MenuItem(name.apply(value));
            item.setOnAction(event -> change(model, change.apply(value)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void change(ModelRow model, UnaryOperator<ModelChoice> change) {
        screen.choose(all -> all.with(model.id(), change.apply(all.of(model.id()))));
    }

    /** Copies with fewer bits, where such can be made. */
    private Optional<Node> smaller(ModelRow model) {
        VBox section = section(Nodes.label(words.text("app.models.smaller"), "section-title"));
        for (ModelRows.Smaller copy : screen.smaller(model.id())) {
            Button make = new Button(words.text("app.models.smaller.make"));
            make.setMinWidth(USE_PREF_SIZE);
            make.setId("quantise-" + copy.bits().form());
            make.setAccessibleText(
                    words.text("app.models.smaller.make") + " " + copy.bits().form());
            make.setDisable(model.state() instanceof ModelRow.State.Busy);
            make.setOnAction(event -> screen.jobs().quantise(model.id(), copy.bits()));
            section.getChildren()
                    .add(line(
                            words.text(
                                    "app.models.smaller." + copy.bits().name().toLowerCase(Locale.ROOT),
                                    copy.bits().form(),
                                    words.size(copy.bytes())),
                            make));
        }
        if (section.getChildren().size() > 1) {
            return Optional.of(section);
        }
        if (!model.engine().equals("djl") || model.quantisation().equalsIgnoreCase("int8")) {
            return Optional.empty();
        }
        Label export = Nodes.label(words.text("app.models.smaller.torch"), "muted");
        export.setWrapText(true);
        section.getChildren().add(export);
        return Optional.of(section);
    }

    private Node files(InstalledModel model) {
        VBox section = section(Nodes.label(words.text("app.models.files"), "section-title"));
        model.files().forEach(file -> {
            Label name = Nodes.data(file.path(), "mono", "small");
            name.setTooltip(new Tooltip(file.sha256()));
            String state = model.damage().isEmpty() ? "app.models.files.verified" : "app.models.state.damaged";
            Label verified = Nodes.label(words.text(state), "muted", "small");
            verified.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(8, name, Nodes.spring(), verified);
            row.setAlignment(Pos.CENTER_LEFT);
            section.getChildren().add(row);
        });
        return section;
    }

    private Node removal(ModelRow model) {
        if (!leaving.equals(model.id())) {
            Button remove = Nodes.styled(new Button(words.text("app.models.remove")), "flat", "danger");
            remove.setId("model-remove");
            remove.setOnAction(event -> {
                leaving = model.id();
                show(screen.selectedRow());
            });
            return section(remove);
        }
        Label sure = Nodes.label(words.text("app.models.remove.sure", model.name(), words.size(model.bytes())));
        sure.setWrapText(true);
        Button yes = Nodes.styled(new Button(words.text("app.models.remove.yes")), "danger");
        yes.setId("model-remove-yes");
        yes.setOnAction(event -> {
            leaving = "";
            screen.jobs().remove(model.id());
        });
        Button no = new Button(words.text("app.models.remove.no"));
        no.setOnAction(event -> {
            leaving = "";
            show(screen.selectedRow());
        });
        return section(sure, new HBox(8, no, yes));
    }
}
