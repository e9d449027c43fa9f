package dev.orrery.app.feature.models;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.models.Models;
import dev.orrery.models.Shelf;
import dev.orrery.models.hub.HubClient;
import dev.orrery.models.hub.HubInstall;
import dev.orrery.models.hub.HubOrder;
import dev.orrery.models.hub.HubPlan;
import dev.orrery.models.hub.HubRepository;
import java.util.ArrayList;
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

    /** Models of the catalogue, or ones whose download was begun. */
    void plan(Shelf shelf, List<String> ids, Consumer<List<HubPlan>> answer, Consumer<UserMessage> failed) {
        asking.ask(
                cancellation -> {
                    try (HubClient hub = models.hub()) {
                        HubInstall install = models.install(hub);
                        List<HubPlan> plans = new ArrayList<>();
                        for (String id : ids) {
                            plans.add(plan(install, shelf, id, cancellation));
                        }
                        return plans;
                    }
                },
                answer,
                failed);
    }

    private HubPlan plan(HubInstall install, Shelf shelf, String id, Cancellation cancellation) throws OrreryException {
        Optional<HubOrder> begun = shelf.unfinished().stream()
                .filter(order -> order.id().equals(id))
                .findFirst();
        return begun.isPresent()
                ? install.plan(begun.get(), models.catalog(), cancellation)
                : install.plan(shelf.offered(id).orElseThrow().offer(), cancellation);
    }

    /** A repository that the user names, and a file of it where it has several. */
    void plan(String repository, Optional<String> file, Consumer<List<HubPlan>> answer, Consumer<UserMessage> failed) {
        asking.ask(
                cancellation -> {
                    try (HubClient hub = models.hub()) {
                        return List.of(models.install(hub).plan(repository, file, cancellation));
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
