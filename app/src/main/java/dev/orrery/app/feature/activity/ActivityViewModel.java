package dev.orrery.app.feature.activity;

import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.base.Messages;
import dev.orrery.models.ledger.Activity;
import dev.orrery.models.ledger.Departure;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.ledger.LedgerEntry;
import dev.orrery.models.ledger.Period;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What was asked in the chosen period; follows the ledger as long as it is open. UI thread only. */
public final class ActivityViewModel implements AutoCloseable {
    /** What there is to see. */
    public enum Stage {
        LOADING,
        /** Nothing was asked in the period. */
        EMPTY,
        READY,
        FAILED
    }

    /** How many requests are read at once. */
    static final int PAGE = 500;

    private final Ledger ledger;
    private final Messages messages;
    private final Latest figures;
    private final Latest pages;
    private final Latest details;
    private final Latest exports;
    private final Registration registration;
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.DAY);
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable Activity> activity = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> notice = new ReadOnlyObjectWrapper<>();
    private final ObservableList<LedgerEntry> entries = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable LedgerEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<List<Sent>> sent = new ReadOnlyObjectWrapper<>(List.of());

    /**
     * Something that left the machine.
     *
     * @param departure where it went
     * @param text what was sent, as it was; empty where it was not kept
     */
    public record Sent(Departure departure, String text) {}

    private record Read(Activity activity, List<LedgerEntry> entries) {}

    public ActivityViewModel(Ledger ledger, Messages messages, Threads threads) {
        this.ledger = ledger;
        this.messages = messages;
        this.figures = new Latest(threads);
        this.pages = new Latest(threads);
        this.details = new Latest(threads);
        this.exports = new Latest(threads);
        this.registration = ledger.onChange(() -> threads.ui().execute(this::read));
        period.subscribe((before, now) -> {
            stage.set(Stage.LOADING);
            read();
        });
        selected.subscribe(this::readSent);
        read();
    }

    public ObjectProperty<Period> periodProperty() {
        return period;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /** The figures of the period; null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable Activity> activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /** What could not be done, or where an export was written. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** The newest requests of the period, the newest first. */
    public ObservableList<LedgerEntry> entries() {
        return entries;
    }

    public ObjectProperty<@Nullable LedgerEntry> selectedProperty() {
        return selected;
    }

    /** What left the machine for the selected request. */
    public ReadOnlyObjectProperty<List<Sent>> sentProperty() {
        return sent.getReadOnlyProperty();
    }

    /** How many requests of the period are not in {@link #entries} yet. */
    public long older() {
        Activity known = activity.get();
        return known == null ? 0 : Math.max(0, known.all().requests() - entries.size());
    }

    /** Reads everything again; what was listed stays listed. */
    public void read() {
        Period wanted = period.get();
        int most = Math.max(PAGE, entries.size());
        figures.ask(
                cancellation -> new Read(ledger.activity(wanted), ledger.entries(wanted, Long.MAX_VALUE, most)),
                this::show,
                this::fail);
    }

    /** Lists the next page of older requests. */
    public void more() {
        if (!entries.isEmpty()) {
            Period wanted = period.get();
            long last = entries.getLast().id();
            pages.ask(cancellation -> ledger.entries(wanted, last, PAGE), entries::addAll, this::fail);
        }
    }

    private void show(Read read) {
        pages.cancel();
        activity.set(read.activity());
        LedgerEntry before = selected.get();
        if (!entries.equals(read.entries())) {
            entries.setAll(read.entries());
        }
        if (before != null) {
            selected.set(entries.stream()
                    .filter(entry -> entry.id() == before.id())
                    .findFirst()
                    .orElse(null));
        }
        stage.set(read.activity().all().requests() == 0 ? Stage.EMPTY : Stage.READY);
    }

    private void fail(UserMessage why) {
        notice.set(why);
        stage.set(Stage.FAILED);
    }

    private void readSent(@Nullable LedgerEntry entry) {
        if (entry == null || entry.departed() == 0) {
            details.cancel();
            sent.set(List.of());
            return;
        }
        details.ask(
                cancellation -> {
                    List<Sent> all = new ArrayList<>();
                    for (Departure departure : ledger.departures().of(entry.id())) {
                        cancellation.throwIfRequested();
                        all.add(new Sent(departure, text(departure)));
                    }
                    return all;
                },
                sent::set,
                notice::set);
    }

    private String text(Departure departure) throws OrreryException {
        return ledger.departures()
                .body(departure.id())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }

    /** Writes the period's requests into a file, in place of what it held. */
    public void export(Ledger.Format format, Path file) {
        Period wanted = period.get();
        exports.ask(
                cancellation -> {
                    try (Writer writer = Files.newBufferedWriter(file)) {
                        ledger.export(wanted, format, messages, writer);
                    } catch (IOException unwritable) {
                        throw new OrreryException(
                                UserMessage.of("app.activity.export.failed", file.toString()), unwritable);
                    }
                    return UserMessage.of("app.activity.export.done", file.toString());
                },
                notice::set,
                notice::set);
    }

    /** Forgets the bytes of all that ever left; where it went and how much it was stays known. */
    public void forgetBytes() {
        exports.ask(
                cancellation -> {
                    ledger.departures().clear();
                    return UserMessage.of("app.activity.sent.forgotten");
                },
                done -> {
                    notice.set(done);
                    readSent(selected.get());
                },
                notice::set);
    }

    @Override
    public void close() {
        registration.close();
        figures.cancel();
        pages.cancel();
        details.cancel();
    }
}
