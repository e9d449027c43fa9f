package dev.orrery.models;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.CatalogFiles;
import dev.orrery.models.catalog.FitHistory;
import dev.orrery.models.catalog.Machine;
import dev.orrery.models.catalog.MachineProbe;
import dev.orrery.models.catalog.ModelCard;
import dev.orrery.models.catalog.Recommendation;
import dev.orrery.models.engine.gguf.LlamaArchitectures;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins what is on the disk with what the catalogue offers and what would fit. Reads the disk, loads nothing, asks no network. */
record Stocktaking(CatalogFiles.Read read, FitHistory fits, ModelChoices choices) {
    Shelf shelf(ModelStore store, List<InstalledModel> models) throws OrreryException {
        Machine machine = MachineProbe.look();
        Predictions predictions = Predictions.of(fits);
        List<Shelf.Installed> installed = models.stream()
                .map(model -> new Shelf.Installed(model, predictions.of(model, choices.of(model.id()), machine)))
                .toList();
        return new Shelf(
                machine,
                read.catalog().asOf(),
                installed,
                offered(models, predictions, machine),
                Recommendation.forMachine(
                        read.catalog().only(card -> LlamaArchitectures.knows(card.architecture())),
                        machine,
                        ModelChoice.USUAL.contextTokens(),
                        fits::correction),
                HubInstall.unfinished(store),
                store.bytesOnDisk(),
                read.problems());
    }

    private List<Shelf.Offered> offered(List<InstalledModel> models, Predictions predictions, Machine machine) {
        Set<String> here = models.stream().map(InstalledModel::id).collect(Collectors.toSet());
        return read.catalog().cards().stream()
                .flatMap(card -> card.variants().stream().map(variant -> new Catalog.Offer(card, variant)))
                .filter(offer -> !here.contains(offer.variant().id()))
                .map(offer -> new Shelf.Offered(
                        offer, predictions.of(offer, choices.of(offer.variant().id()), machine), unable(offer.card())))
                .toList();
    }

    private static Optional<UserMessage> unable(ModelCard card) {
        return LlamaArchitectures.knows(card.architecture())
                ? Optional.empty()
                : Optional.of(UserMessage.of("models.gguf.toonew", card.architecture()));
    }
}
