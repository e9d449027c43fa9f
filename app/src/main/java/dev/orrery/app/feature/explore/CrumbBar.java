package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;

/** Repository › region › type › method: where one is, each step a way back. */
final class CrumbBar extends HBox {
    private final ViewContext context;
    private final ExploreViewModel model;

    CrumbBar(ViewContext context, ExploreViewModel model) {
        this.context = context;
        this.model = model;
        getStyleClass().add("crumbs");
        setPickOnBounds(false);
        setMinWidth(0);
        model.session().selectedProperty().subscribe(key -> show());
        model.session().viewProperty().subscribe((before, now) -> show());
        model.map().focusHopsProperty().subscribe((before, now) -> show());
        model.map().pathStartProperty().subscribe((before, now) -> show());
    }

    private void show() {
        getChildren().clear();
        add(model.session().name(), () -> model.session().selectedProperty().set(null));
        String region = model.region();
        if (!region.isEmpty()) {
            separate();
            getChildren().add(Nodes.data(region, "muted"));
        }
        for (ExploreViewModel.Crumb crumb : model.crumbs()) {
            separate();
            add(crumb.label(), () -> model.session().selectedProperty().set(crumb.key()));
        }
        int hops = model.map().focusHopsProperty().get();
        if (hops > 0) {
            getChildren().add(Nodes.label(context.text("app.map.focusing", hops), "muted"));
        }
        if (model.map().pathStartProperty().get() != null) {
            getChildren().add(Nodes.label(context.text("app.map.choosing"), "accent-text"));
        }
    }

    private void separate() {
        getChildren().add(Nodes.data("›", "muted"));
    }

    private void add(String label, Runnable action) {
        Button step = Nodes.markData(new Button(label));
        step.setOnAction(event -> action.run());
        getChildren().add(step);
    }
}
