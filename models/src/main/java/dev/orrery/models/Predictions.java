package dev.orrery.models;

import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.FitHistory;
import dev.orrery.models.catalog.Footprint;
import dev.orrery.models.catalog.Machine;
import dev.orrery.models.store.InstalledModel;
import java.util.Optional;

/** What models are expected to need on this machine, by what was measured here. */
record Predictions(FitHistory history) {
    static Predictions of(FitHistory history) {
        return new Predictions(history);
    }

    /** Empty where its shape is not known. */
    Optional<Fit> of(InstalledModel model, ModelChoice choice, Machine machine) {
        return model.draft().shape().map(shape -> {
            Footprint footprint =
                    Footprint.of(model.engine(), model.bytes(), shape, choice.contextTokens(shape.contextTokens()));
            double correction = history.correction(model.engine(), model.draft().quantisation());
            return Fit.of(footprint, correction, machine.availableBytes());
        });
    }

    Fit of(Catalog.Offer offer, ModelChoice choice, Machine machine) {
        String engine = offer.variant().engine();
        long weights = offer.card().weightBytes(offer.variant());
        Footprint footprint = Footprint.of(
                engine,
                weights,
                offer.card().shape(),
                choice.contextTokens(offer.card().shape().contextTokens()));
        return Fit.of(footprint, history.correction(engine, offer.variant().quantisation()), machine.availableBytes());
    }
}
