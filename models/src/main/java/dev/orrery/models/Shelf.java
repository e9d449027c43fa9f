package dev.orrery.models;

import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Fit;
import dev.orrery.models.catalog.Machine;
import dev.orrery.models.catalog.Recommendation;
import dev.orrery.models.hub.HubOrder;
import dev.orrery.models.store.InstalledModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is here and what could be, at one moment. Immutable.
 *
 * @param machine as it was asked
 * @param catalogueDay on which the catalogue was put together
 * @param installed models on this disk, with how they would fit
 * @param offered variants of the catalogue that are not here
 * @param recommended the set that suits this machine, also where some of it is here
 * @param unfinished downloads that were begun
 * @param bytesOnDisk of what is here, each content counted once
 * @param problems with files that could not be used, for the user's eyes
 */
public record Shelf(
        Machine machine,
        LocalDate catalogueDay,
        List<Installed> installed,
        List<Offered> offered,
        List<Recommendation> recommended,
        List<HubOrder> unfinished,
        long bytesOnDisk,
        List<UserMessage> problems) {
    public Shelf {
        installed = List.copyOf(installed);
        offered = List.copyOf(offered);
        recommended = List.copyOf(recommended);
        unfinished = List.copyOf(unfinished);
        problems = List.copyOf(problems);
    }

    /**
     * A model on this disk.
     *
     * @param fit into what is free now; empty where its shape is not known
     */
    public record Installed(InstalledModel model, Optional<Fit> fit) {}

    /**
     * A variant that could be fetched.
     *
     * @param unable why no engine of this version would run it; empty where one would
     */
    public record Offered(Catalog.Offer offer, Fit fit, Optional<UserMessage> unable) {
        public String id() {
            return offer.variant().id();
        }
    }

    public Optional<Installed> installed(String id) {
        return installed.stream().filter(there -> there.model().id().equals(id)).findFirst();
    }

    public Optional<Offered> offered(String id) {
        return offered.stream().filter(there -> there.id().equals(id)).findFirst();
    }
}
