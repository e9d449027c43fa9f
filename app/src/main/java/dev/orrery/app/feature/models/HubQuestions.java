package dev.orrery.app.feature.models;

import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.hub.HubClient;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.hub.HubOrder;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.hub.HubRepository;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks the hub what there is and what fetching would mean, one question at a time; fetches no model. UI thread. */
final class HubQuestions implements AutoCloseable {
    private final Models models;
    private final Latest asking;

    HubQuestions(Models models, Threads threads) {
        this.models = models;
        this.asking = new Latest(threads);
    }

    /** A model of the catalogue, or one whose download was begun. */
    void plan(Shelf shelf, String id, Consumer<HubPlan> answer, Consumer<UserMessage> failed) {
        Optional<Catalog.Offer> offer = shelf.offered(id).map(Shelf.Offered::offer);
        Optional<HubOrder> order = shelf.unfinished().stream()
                .filter(begun -> begun.id().equals(id))
                .findFirst();
        asking.ask(
                cancellation -> {
                    try (HubClient hub = models.hub()) {
                        HubInstall install = models.install(hub);
                        return order.isPresent()
                                ? install.plan(order.get(), models.catalog(), cancellation)
                                : install.plan(offer.orElseThrow(), cancellation);
                    }
                },
                answer,
                failed);
    }

    /** A repository that the user names, and a file of it where it has several. */
    void plan(String repository, Optional<String> file, Consumer<HubPlan> answer, Consumer<UserMessage> failed) {
        asking.ask(
                cancellation -> {
                    try (HubClient hub = models.hub()) {
                        return models.install(hub).plan(repository, file, cancellation);
                    }
                },
                answer,
                failed);
    }

    /** Repositories that fit some words. */
    void search(String words, int most, Consumer<List<HubRepository>> answer, Consumer<UserMessage> failed) {
        asking.ask(
                cancellation -> {
                    try (HubClient hub = models.hub()) {
                        return hub.search(words, most, cancellation);
                    }
                },
                answer,
                failed);
    }

    @Override
    public void close() {
        asking.cancel();
    }
}
