package dev.orrery.app.cli;

import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.CatalogFiles;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.FitHistory;
import dev.orrery.models.catalog.Footprint;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.catalog.Machine;
import dev.orrery.models.catalog.MachineProbe;
import dev.orrery.models.catalog.ModelShape;
import dev.orrery.models.catalog.Recommendation;
import dev.orrery.models.store.DiskSpace;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelPlaces;
import dev.orrery.models.store.ModelStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The store, the catalogue and this machine, as the commands about models need them. Uses no network and loads no model.
 *
 * @param fits what loaded models really took
 */
record ModelShelf(ModelStore store, Catalog catalog, FitHistory fits, Machine machine) {
    /** What a model is loaded with where nobody says otherwise. */
    static final int CONTEXT_TOKENS = 4096;

    /**
     * A model that is here, or a variant that could be.
     *
     * @param name for the user's eyes
     * @param size bytes of its files, seen or estimated
     * @param licence its id
     * @param consent whether its licence must still be accepted
     * @param fit into what is free now; empty where its shape is not known
     */
    record Row(
            String id,
            String name,
            String engine,
            String quantisation,
            long bytes,
            Size size,
            String licence,
            Licence.Consent consent,
            List<String> tasks,
            Optional<Fit> fit,
            Optional<InstalledModel> installed,
            Optional<Catalog.Offer> offer) {}

    /** How a size is known. */
    enum Size {
        SEEN,
        ESTIMATED
    }

    static ModelShelf of(CliContext context) throws OrreryException {
        ModelPlaces places = ModelPlaces.of(context.folders());
        CatalogFiles.Read read = new CatalogFiles(places.settings()).read();
        read.problems().forEach(context::say);
        return new ModelShelf(
                ModelStore.open(places.store(), InstantSource.system(), DiskSpace.SYSTEM),
                read.catalog(),
                new FitHistory(places.fit()),
                MachineProbe.look());
    }

    /** Installed models first, then what the catalogue offers beside them. */
    List<Row> rows() throws OrreryException {
        List<Row> rows = new ArrayList<>();
        for (InstalledModel model : store.models()) {
            rows.add(row(model));
        }
        List<String> here = rows.stream().map(Row::id).toList();
        catalog.cards().forEach(card -> card.variants().stream()
                .filter(variant -> !here.contains(variant.id()))
                .forEach(variant -> rows.add(row(new Catalog.Offer(card, variant)))));
        return List.copyOf(rows);
    }

    /** The set for this machine. */
    List<Recommendation> recommended() {
        return Recommendation.forMachine(catalog, machine, CONTEXT_TOKENS, fits::correction);
    }

    /** What is meant by an id: a model that is here, or else one that could be. */
    Optional<Row> row(String id) throws OrreryException {
        Optional<Catalog.Offer> offer = catalog.offer(id);
        for (String known : List.of(id, offer.map(found -> found.variant().id()).orElse(id))) {
            Optional<InstalledModel> installed = store.model(known);
            if (installed.isPresent()) {
                return installed.map(this::row);
            }
        }
        return offer.map(this::row);
    }

    Row row(InstalledModel model) {
        Optional<Catalog.Offer> offer = catalog.offer(model.id());
        return new Row(
                model.id(),
                model.name(),
                model.engine(),
                model.draft().quantisation(),
                model.bytes(),
                Size.SEEN,
                model.draft().terms().licence(),
                Licence.Consent.NOT_NEEDED,
                tasks(model.draft().tasks()),
                model.draft()
                        .shape()
                        .map(shape -> fit(model.engine(), model.draft().quantisation(), model.bytes(), shape)),
                Optional.of(model),
                offer);
    }

    private Row row(Catalog.Offer offer) {
        long bytes = offer.card().weightBytes(offer.variant());
        return new Row(
                offer.variant().id(),
                offer.card().name(),
                offer.variant().engine(),
                offer.variant().quantisation(),
                bytes,
                offer.variant().bytes().isPresent() ? Size.SEEN : Size.ESTIMATED,
                offer.card().licence().id(),
                offer.card().licence().consent(),
                tasks(offer.card().tasks()),
                Optional.of(fit(
                        offer.variant().engine(),
                        offer.variant().quantisation(),
                        bytes,
                        offer.card().shape())),
                Optional.empty(),
                Optional.of(offer));
    }

    private Fit fit(String engine, String quantisation, long bytes, ModelShape shape) {
        Footprint footprint = Footprint.of(engine, bytes, shape, CONTEXT_TOKENS);
        return Fit.of(footprint, fits.correction(engine, quantisation), machine.availableBytes());
    }

    private static List<String> tasks(Set<ModelTask> tasks) {
        return tasks.stream()
                .sorted()
                .map(task -> task.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
