package dev.orrery.app.session;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.history.SymbolHistory;
import dev.orrery.indexer.history.SymbolTimes;
import dev.orrery.indexer.history.SymbolTimes.Presence;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.scene.SymbolState;
import java.time.Instant;
import java.util.BitSet;
import java.util.Date;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The moment of the history that is shown over the present places: symbols that were not there are absent, those that came or
 * changed in its sample are told. Follows history and graph while it is on. UI thread only.
 */
public final class TimeModel {
    private final Session session;
    private final Latest reading;
    private final Consumer<UserMessage> failure;
    private final ReadOnlyBooleanWrapper on = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable SymbolTimes> times = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper sample = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<SymbolLayer> layer = new ReadOnlyObjectWrapper<>(SymbolLayer.NONE);
    private OptionalLong wanted = OptionalLong.empty();

    TimeModel(Session session, Threads threads, Consumer<UserMessage> failure) {
        this.session = session;
        this.reading = new Latest(threads);
        this.failure = failure;
        session.history().symbolsProperty().subscribe((before, now) -> follow());
    }

    /** Whether a moment is shown, or will be as soon as the history is read. */
    public ReadOnlyBooleanProperty onProperty() {
        return on.getReadOnlyProperty();
    }

    /** What was there when; null while that is not known. */
    public ReadOnlyObjectProperty<@Nullable SymbolTimes> timesProperty() {
        return times.getReadOnlyProperty();
    }

    /** The sample of {@link #history} that is shown. */
    public ReadOnlyIntegerProperty sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    /** What lies over the map. */
    public ReadOnlyObjectProperty<SymbolLayer> layerProperty() {
        return layer.getReadOnlyProperty();
    }

    public SymbolHistory history() {
        return session.history().symbolsProperty().get();
    }

    /** How far the reading of the history is. */
    public ReadOnlyObjectProperty<HistoryModel.State> readingProperty() {
        return session.history().symbolsStateProperty();
    }

    /** What reads the history now. */
    public ReadOnlyObjectProperty<@Nullable RunningTask> taskProperty() {
        return session.history().taskProperty();
    }

    /** Reads what was stopped, or failed. */
    public void readAgain() {
        session.history().readAgain();
    }

    public void toggle() {
        if (on.get()) {
            end();
        } else {
            begin(OptionalLong.empty());
        }
    }

    /** @param seconds since 1970: shows the last sample not after it, at the latest the newest */
    public void begin(OptionalLong seconds) {
        wanted = seconds;
        on.set(true);
        session.history().refresh();
        follow();
    }

    /** Shows the present again. */
    public void end() {
        reading.cancel();
        on.set(false);
        times.set(null);
        layer.set(SymbolLayer.NONE);
    }

    /** Shows another sample; the nearest there is. */
    public void show(int number) {
        SymbolTimes known = times.get();
        if (known != null) {
            sample.set(Math.clamp(number, 0, known.samples() - 1));
            layer.set(layer(known, sample.get()));
        }
    }

    /** Graph or history changed. */
    void follow() {
        SymbolHistory history = history();
        CodeGraph graph = session.graph();
        if (on.get() && history.samples() > 0 && graph.symbolCount() > 0) {
            SymbolTimes before = times.get();
            boolean stays = before != null && sample.get() < before.samples() - 1;
            reading.ask(cancellation -> SymbolTimes.of(history, graph), read -> take(read, stays), failure);
        }
    }

    private void take(SymbolTimes read, boolean stays) {
        times.set(read);
        int shown = stays ? sample.get() : read.samples() - 1;
        if (wanted.isPresent()) {
            shown = 0;
            while (shown + 1 < read.samples() && history().time(shown + 1) <= wanted.getAsLong()) {
                shown++;
            }
            wanted = OptionalLong.empty();
        }
        show(shown);
    }

    private SymbolLayer layer(SymbolTimes known, int number) {
        Presence[] presence = known.at(number);
        byte[] states = new byte[presence.length];
        int there = 0;
        for (int symbol = 0; symbol < states.length; symbol++) {
            SymbolState state =
                    switch (presence[symbol]) {
                        case ABSENT -> SymbolState.ABSENT;
                        case PRESENT -> SymbolState.UNCHANGED;
                        case CAME -> SymbolState.ADDED;
                        case CHANGED -> SymbolState.CHANGED;
                    };
            states[symbol] = (byte) state.ordinal();
            there += state == SymbolState.ABSENT ? 0 : 1;
        }
        Instant time = Instant.ofEpochSecond(history().time(number));
        int gone = known.declared(number) - known.kept(number);
        return SymbolLayer.of(
                        known.graph(),
                        states,
                        new BitSet(),
                        UserMessage.of("app.time.title", Date.from(time)),
                        List.of(
                                UserMessage.of("app.time.there", presence.length, there),
                                UserMessage.of("app.time.gone", gone)))
                .on(SymbolLayer.Ground.OWN);
    }

    void close() {
        reading.cancel();
    }
}
