package dev.orrery.app.feature.explore;

import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.RunningTask;
import dev.orrery.app.session.TimeModel;
import dev.orrery.indexer.history.SampledCommit;
import dev.orrery.indexer.history.SymbolHistory;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The strip below the map that leads through the history: play, drag, step; which commit is shown. */
final class TimeStrip extends VBox {
    private static final int[] SPEEDS = {1, 2, 4, 8, 16};
    private static final int USUAL = 2;
    /** Room for a name. */
    private static final double AUTHOR = 110;

    private final ViewContext context;
    private final TimeModel model;
    private final ObservableBooleanValue reducedMotion;
    private final Timeline clock = new Timeline();
    private final HBox row = Nodes.styled(new HBox(), "time-row");
    private final Button play = new Button();
    private final Button speed = new Button();
    private final Label date = Nodes.data("", "time-date");
    private final Label subject = Nodes.data("", "time-subject");
    private final Label author = Nodes.data("", "muted");
    private final Label place = Nodes.data("", "muted");
    private final TimeTrack track;
    private int pace = USUAL;

    /** @param reducedMotion whether playing goes slowly */
    TimeStrip(ViewContext context, TimeModel model, ObservableBooleanValue reducedMotion) {
        this.context = context;
        this.model = model;
        this.reducedMotion = reducedMotion;
        this.track = new TimeTrack(number -> {
            pause();
            model.show(number);
        });
        getStyleClass().add("time-strip");
        track.setAccessibleText(context.text("app.time.track"));
        play.getStyleClass().add("icon-only");
        play.setId("time-play");
        play.setOnAction(event -> togglePlaying());
        speed.getStyleClass().add("flat");
        speed.setOnAction(event -> faster());
        clock.setCycleCount(Animation.INDEFINITE);
        clock.statusProperty().subscribe(this::showPlaying);
        // Where it is narrow, the words of the commit make room.
        subject.setMinWidth(0);
        author.setMinWidth(AUTHOR);
        HBox.setHgrow(subject, Priority.SOMETIMES);
        for (Region fixed : List.of(play, date, place, speed)) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        setPace(USUAL);
        Nodes.collapsing(this).visibleProperty().bind(model.onProperty());
        model.onProperty().subscribe(this::turned);
        model.timesProperty().subscribe(times -> {
            track.show(times);
            arrange();
        });
        model.sampleProperty().subscribe(number -> showSample());
        model.layerProperty().subscribe(layer -> showSample());
        model.readingProperty().subscribe(state -> arrange());
        model.taskProperty().subscribe(task -> arrange());
    }

    private void turned(boolean on) {
        if (on) {
            track.requestFocus();
        } else {
            pause();
        }
    }

    /** Controls where there is something to be led through, else why there is not. */
    private void arrange() {
        getChildren().clear();
        if (!model.onProperty().get()) {
            return;
        }
        if (model.timesProperty().get() != null) {
            row.getChildren().setAll(play, date, subject, author, Nodes.spring(), place, speed, close());
            getChildren().addAll(row, track);
            showSample();
        } else {
            getChildren().add(waiting());
        }
    }

    private Button close() {
        return new CommandButtons(context).icon("time.toggle", Feather.X);
    }

    private HBox waiting() {
        Label why = Nodes.label("");
        HBox line = Nodes.styled(new HBox(why), "time-row");
        line.setAlignment(Pos.CENTER_LEFT);
        switch (model.readingProperty().get()) {
            case WAITING, READING -> {
                why.setText(context.text("app.time.reading"));
                RunningTask task = model.taskProperty().get();
                if (task != null) {
                    line.getChildren().add(progress(task));
                }
            }
            case STOPPED -> {
                why.setText(context.text("app.history.symbol.stopped"));
                line.getChildren().add(again());
            }
            case FAILED -> {
                why.setText(context.text("app.history.symbol.failed"));
                line.getChildren().add(again());
            }
            case READ ->
                why.setText(context.text(model.history().samples() == 0 ? "app.time.none" : "app.time.reading"));
        }
        line.getChildren().addAll(Nodes.spring(), close());
        return line;
    }

    private static HBox progress(RunningTask task) {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(task.fractionProperty());
        Label percent = Nodes.data("", "muted");
        percent.textProperty()
                .bind(task.fractionProperty()
                        .map(part -> part.doubleValue() < 0 ? "" : Math.round(part.doubleValue() * 100) + " %"));
        HBox box = new HBox(8, bar, percent);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Hyperlink again() {
        Hyperlink link = new Hyperlink(context.text("app.history.symbol.again"));
        link.setOnAction(event -> model.readAgain());
        return link;
    }

    private void showSample() {
        SymbolHistory history = model.history();
        int number = model.sampleProperty().get();
        track.show(number);
        if (number < history.samples()) {
            SampledCommit commit = history.commit(number);
            date.setText(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                    .withLocale(context.messages().locale())
                    .format(Instant.ofEpochSecond(history.time(number)).atZone(ZoneId.systemDefault())));
            subject.setText(commit.subject());
            author.setText(context.text("app.time.commit", commit.author(), commit.id(), commit.commits()));
            place.setText(context.text("app.time.place", number + 1, history.samples()));
            track.setAccessibleHelp(date.getText() + " " + commit.subject());
        }
    }

    private void showPlaying(Animation.@Nullable Status status) {
        boolean playing = status == Animation.Status.RUNNING;
        play.setGraphic(Icons.of(playing ? Feather.PAUSE : Feather.PLAY));
        play.setAccessibleText(context.text(playing ? "app.time.pause" : "app.time.play"));
    }

    /** Plays on, from the start where the end was reached. */
    void togglePlaying() {
        if (clock.getStatus() == Animation.Status.RUNNING) {
            pause();
        } else if (model.timesProperty().get() != null) {
            if (isAtEnd()) {
                model.show(0);
            }
            int least = reducedMotion.get() ? SPEEDS[0] : SPEEDS[pace];
            clock.getKeyFrames().setAll(new KeyFrame(Duration.seconds(1.0 / least), event -> advance()));
            clock.play();
        }
    }

    /** One sample on or back, as a hand does. */
    void step(int by) {
        pause();
        model.show(model.sampleProperty().get() + by);
    }

    private void advance() {
        model.show(model.sampleProperty().get() + 1);
        if (isAtEnd()) {
            pause();
        }
    }

    private boolean isAtEnd() {
        return model.sampleProperty().get() >= model.history().samples() - 1;
    }

    /** Stops playing. */
    void pause() {
        clock.stop();
    }

    private void faster() {
        setPace((pace + 1) % SPEEDS.length);
    }

    private void setPace(int next) {
        pace = next;
        speed.setText(context.text("app.time.speed", SPEEDS[pace]));
        speed.setAccessibleText(context.text("app.time.speed.title"));
        if (clock.getStatus() == Animation.Status.RUNNING) {
            pause();
            togglePlaying();
        }
    }
}
