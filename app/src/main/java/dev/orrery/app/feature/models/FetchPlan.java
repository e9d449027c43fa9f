package dev.orrery.app.feature.models;

import dev.orrery.app.control.Nodes;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.hub.HubFile;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.store.InstalledModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What fetching some models means: files, licences to accept, and what must go where the disk's limit is in the way. */
final class FetchPlan extends VBox {
    private static final int MOST_FILES = 6;

    private final ModelWords words;
    private final ModelsViewModel screen;
    private final List<HubPlan> plans;
    private final VBox crowded = new VBox(8);
    private final ReadOnlyBooleanWrapper fits = new ReadOnlyBooleanWrapper(true);
    /** Held here, because the rows hold it weakly. */
    private final InvalidationListener rows = change -> showCrowd();

    private BooleanExpression accepted = Bindings.createBooleanBinding(() -> true);

    FetchPlan(ModelWords words, ModelsViewModel screen, List<HubPlan> plans) {
        super(12);
        this.words = words;
        this.screen = screen;
        this.plans = List.copyOf(plans);
        plans.forEach(this::add);
        getChildren().add(Nodes.collapsing(crowded));
        screen.rows(ModelsViewModel.Tab.HERE).addListener(new WeakInvalidationListener(rows));
        showCrowd();
    }

    long bytes() {
        return plans.stream().mapToLong(HubPlan::bytes).sum();
    }

    /** Whether it may begin: every licence that wants it is accepted, and there is room. */
    BooleanExpression readyProperty() {
        return accepted.and(fitsProperty());
    }

    private ReadOnlyBooleanProperty fitsProperty() {
        return fits.getReadOnlyProperty();
    }

    private void add(HubPlan plan) {
        Label what = Nodes.label(
                words.text("app.models.fetch.plan", plan.files().size(), words.size(plan.bytes()), plan.repository()));
        what.setWrapText(true);
        VBox box = new VBox(8, what);
        plan.files().stream()
                .limit(plans.size() == 1 ? MOST_FILES : 1)
                .map(this::file)
                .forEach(box.getChildren()::add);
        box.getChildren().add(terms(plan.licence()));
        if (plan.licence().consent() == Licence.Consent.NEEDED) {
            CheckBox accept = new CheckBox(
                    words.text("app.models.fetch.accept", plan.licence().id()));
            accept.setWrapText(true);
            accept.setId("fetch-accept");
            accepted = accepted.and(accept.selectedProperty());
            box.getChildren().add(accept);
        }
        getChildren().add(box);
    }

    private HBox file(HubFile file) {
        Label name = Nodes.data(file.path(), "mono", "small");
        file.sha256().ifPresent(sum -> name.setTooltip(new Tooltip(sum)));
        return new HBox(8, name, Nodes.spring(), Nodes.label(words.size(file.size()), "muted", "small"));
    }

    private Node terms(Licence licence) {
        String address = licence.address().toString();
        Hyperlink link = Nodes.markData(new Hyperlink(address));
        link.setDisable(true);
        HBox terms = new HBox(
                4,
                Nodes.label(words.text("app.models.fetch.licence", licence.id())),
                address.isEmpty() ? new Label() : link);
        terms.setAlignment(Pos.CENTER_LEFT);
        return terms;
    }

    /** Looks anew after each removal. */
    private void showCrowd() {
        long limit = screen.models().quotaBytes();
        List<InstalledModel> inTheWay = screen.inTheWay(bytes());
        boolean fitsNow = limit == 0 || inTheWay.isEmpty() && bytes() <= limit;
        fits.set(fitsNow);
        crowded.setVisible(!fitsNow);
        Label why = Nodes.label(words.text("app.models.quota.over", words.size(limit), words.size(bytes())), "notice");
        why.setWrapText(true);
        crowded.getChildren().setAll(why);
        for (InstalledModel model : inTheWay) {
            Button remove = new Button(words.text("app.models.remove.yes"));
            remove.setId("quota-remove-" + model.id());
            remove.setOnAction(event -> screen.jobs().remove(model.id()));
            LocalDate used = model.used().atZone(ZoneId.systemDefault()).toLocalDate();
            HBox line = new HBox(
                    8,
                    Nodes.data(model.name()),
                    Nodes.label(
                            words.text("app.models.quota.used", words.size(model.bytes()), used.toString()),
                            "muted",
                            "small"),
                    Nodes.spring(),
                    remove);
            line.setAlignment(Pos.CENTER_LEFT);
            crowded.getChildren().add(line);
        }
    }
}
