package dev.orrery.app.cli;

import dev.orrery.api.ModelTask;
import dev.orrery.api.OrreryException;
import dev.orrery.models.ModelChoices;
import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.store.InstalledModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is here and what could be, as the rows that commands print. */
record ModelShelf(Shelf shelf, Catalog catalog, ModelChoices choices) {
    /**
     * A model that is here, or a variant that could be.
     *
     * @param name for the user's eyes
     * @param size bytes of its files, seen or estimated
     * @param licence its id
     * @param consent whether its licence must still be accepted
     * @param contextTokens that it would be loaded with
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
            int contextTokens,
            Optional<Fit> fit,
            Optional<InstalledModel> installed,
            Optional<Catalog.Offer> offer) {}

    /** How a size is known. */
    enum Size {
        SEEN,
        ESTIMATED
    }

    /** What is done with models. */
    interface Use {
        int with(Models models) throws Exception;
    }

    /** Opens the models for one command; the exit status. */
    static int use(CliContext context, Use use) throws Exception {
        return use(context, System.getenv(), use);
    }

    /** @param environment in place of that of the process */
    static int use(CliContext context, Map<String, String> environment, Use use) throws Exception {
        try (Models models = Models.open(context.folders(), List.of(), environment, context::say)) {
            return use.with(models);
        }
    }

    static ModelShelf of(Models models, CliContext context) throws OrreryException {
        Shelf shelf = models.shelf();
        shelf.problems().forEach(context::say);
        return new ModelShelf(shelf, models.catalog(), models.choices());
    }

    /** Installed models first, then what the catalogue offers beside them. */
    List<Row> rows() {
        return Stream.concat(
                        shelf.installed().stream().map(this::row),
                        shelf.offered().stream().map(this::row))
                .toList();
    }

    /** What is meant by an id: a model that is here, or else one that could be. */
    Optional<Row> row(String id) {
        Optional<Catalog.Offer> offer = catalog.offer(id);
        List<String> names =
                List.of(id, offer.map(found -> found.variant().id()).orElse(id));
        return Stream.concat(
                        names.stream()
                                .flatMap(name -> shelf.installed(name).stream().map(this::row)),
                        names.stream()
                                .flatMap(name -> shelf.offered(name).stream().map(this::row)))
                .findFirst();
    }

    private Row row(Shelf.Installed here) {
        InstalledModel model = here.model();
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
                context(
                        model.id(),
                        model.draft()
                                .shape()
                                .map(shape -> shape.contextTokens())
                                .orElse(0)),
                here.fit(),
                Optional.of(model),
                catalog.offer(model.id()));
    }

    private Row row(Shelf.Offered could) {
        Catalog.Offer offer = could.offer();
        return new Row(
                could.id(),
                offer.card().name(),
                offer.variant().engine(),
                offer.variant().quantisation(),
                offer.card().weightBytes(offer.variant()),
                offer.variant().bytes().isPresent() ? Size.SEEN : Size.ESTIMATED,
                offer.card().licence().id(),
                offer.card().licence().consent(),
                tasks(offer.card().tasks()),
                context(could.id(), offer.card().shape().contextTokens()),
                Optional.of(could.fit()),
                Optional.empty(),
                Optional.of(offer));
    }

    private int context(String id, int longest) {
        return choices.of(id).contextTokens(longest);
    }

    private static List<String> tasks(Set<ModelTask> tasks) {
        return tasks.stream()
                .sorted()
                .map(task -> task.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
