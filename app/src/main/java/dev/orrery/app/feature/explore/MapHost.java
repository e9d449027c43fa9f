package dev.orrery.app.feature.explore;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.session.Compared;
import dev.orrery.app.session.HistoryModel;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.view.CodeMap;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Ties the map to the session: selection both ways, graph, light, and how it is looked at. */
final class MapHost implements AutoCloseable {
    private final MapViewModel model;
    private final CodeMap map;
    private boolean mapLeads;
    private boolean shown;

    MapHost(ViewContext context, MapViewModel model, CodeMap map, ObservableBooleanValue reducedMotion) {
        this.model = model;
        this.map = map;
        map.themeProperty().bind(context.hues().themeProperty());
        map.reducedMotionProperty().bind(reducedMotion);
        map.colourByProperty().bindBidirectional(model.colourByProperty());
        map.sizeByProperty().bindBidirectional(model.sizeByProperty());
        map.heightByProperty().bindBidirectional(model.heightByProperty());
        map.sceneProperty().bindBidirectional(model.sceneProperty());
        map.filterProperty().bindBidirectional(model.filterProperty());
        map.labelsProperty().bindBidirectional(model.labelsProperty());
        map.focusHopsProperty().bindBidirectional(model.focusHopsProperty());
        map.setOnOpen(model::open);
        map.selectedProperty().addListener((property, before, now) -> mapSelected(now));
        HistoryModel history = model.session().history();
        history.historyProperty().subscribe(read -> map.metricsProperty().set(HistoryMetrics.of(history)));
        history.filesStateProperty()
                .subscribe((before, now) -> map.metricsProperty().set(HistoryMetrics.of(history)));
        model.session().viewProperty().subscribe(view -> show(view.graph()));
        model.session().selectedProperty().subscribe(this::sessionSelected);
        model.session().litProperty().subscribe(this::light);
        model.session().comparison().comparedProperty().subscribe(this::compared);
        model.session().time().layerProperty().subscribe(this::moved);
        map.layerProperty().addListener((property, before, now) -> layerChanged(now));
    }

    Region node() {
        return map.node();
    }

    CodeMap map() {
        return map;
    }

    /** The map divides the first graph it sees into regions, so nothing is not shown to it. */
    private void show(CodeGraph graph) {
        if (shown || graph.fileCount() > 0) {
            shown = true;
            map.show(graph);
        }
    }

    private void mapSelected(@Nullable SymbolKey key) {
        SymbolKey start = key == null ? null : model.takePathStart();
        if (start != null && key != null && !start.equals(key)) {
            map.selectedProperty().set(start);
            map.showPath(key);
            return;
        }
        if (!mapLeads) {
            mapLeads = true;
            model.session().selectedProperty().set(key);
            mapLeads = false;
        }
    }

    private void sessionSelected(@Nullable SymbolKey key) {
        if (!mapLeads) {
            mapLeads = true;
            map.selectedProperty().set(key);
            mapLeads = false;
            if (key != null) {
                map.flyTo(key);
            }
        }
    }

    private void light(List<SymbolKey> symbols) {
        map.highlight(symbols);
    }

    /** Only one thing lies over the map: a comparison ends the walk through time, and the other way round. */
    private void compared(@Nullable Compared compared) {
        if (compared != null && !model.session().time().layerProperty().get().isNone()) {
            model.session().time().end();
        }
        lay();
    }

    private void moved(SymbolLayer moment) {
        if (!moment.isNone()
                && !model.session().comparison().revisionProperty().get().isEmpty()) {
            model.session().comparison().end();
        }
        lay();
    }

    private void lay() {
        SymbolLayer moment = model.session().time().layerProperty().get();
        Compared compared = model.session().comparison().comparedProperty().get();
        map.layerProperty().set(moment.isNone() && compared != null ? compared.layer() : moment);
    }

    /** A step back on the map ends what lies over it. */
    private void layerChanged(SymbolLayer layer) {
        if (layer.isNone()) {
            if (!model.session().time().layerProperty().get().isNone()) {
                model.session().time().end();
            }
            if (model.session().comparison().comparedProperty().get() != null) {
                model.session().comparison().end();
            }
        }
    }

    @Override
    public void close() {
        map.close();
    }
}
