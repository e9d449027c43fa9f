package dev.orrery.app.feature.activity;

import dev.orrery.api.OrreryException;
import dev.orrery.api.Registration;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.models.ledger.Alert;
import dev.orrery.models.ledger.Ledger;
import dev.orrery.models.policy.Allowance;
import dev.orrery.models.policy.Budget;
import dev.orrery.models.policy.PolicyStore;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How much may be spent and how much is, and what the user wants to hear of. UI thread only. */
public final class LimitsViewModel implements AutoCloseable {
    private final Ledger ledger;
    private final PolicyStore policies;
    private final Latest reads;
    private final Latest changes;
    private final Registration registration;
    private final ReadOnlyObjectWrapper<@Nullable Budget> budget = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> trouble = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Alert.State> alerts = FXCollections.observableArrayList();

    private record Read(Budget budget, List<Alert.State> alerts) {}

    private interface Change {
        void make() throws OrreryException;
    }

    public LimitsViewModel(Ledger ledger, PolicyStore policies, Threads threads) {
        this.ledger = ledger;
        this.policies = policies;
        this.reads = new Latest(threads);
        this.changes = new Latest(threads);
        this.registration = ledger.onChange(() -> threads.ui().execute(this::read));
        read();
    }

    /** Null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable Budget> budgetProperty() {
        return budget.getReadOnlyProperty();
    }

    /** Why something could not be read or changed; null where all went well. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public ObservableList<Alert.State> alerts() {
        return alerts;
    }

    private void read() {
        reads.ask(
                cancellation -> new Read(
                        ledger.budgets().current(policies.current().allowance()),
                        ledger.alerts().states()),
                this::show,
                trouble::set);
    }

    private void show(Read read) {
        budget.set(read.budget());
        if (!alerts.equals(read.alerts())) {
            alerts.setAll(read.alerts());
        }
    }

    /** Sets the limits; they hold for the next request, in every window and process. */
    public void allow(Allowance allowance) {
        change(() -> policies.change(policy -> policy.with(allowance)));
    }

    public void set(Alert alert) {
        change(() -> ledger.alerts().set(alert));
    }

    public void remove(Alert alert) {
        change(() -> ledger.alerts().remove(alert));
    }

    private void change(Change change) {
        changes.ask(
                cancellation -> {
                    change.make();
                    return change;
                },
                done -> {
                    trouble.set(null);
                    read();
                },
                trouble::set);
    }

    @Override
    public void close() {
        registration.close();
        reads.cancel();
    }
}
