package dev.orrery.models.hub;

import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Licence;
import java.util.List;
import java.util.Optional;

/**
 * What would be fetched, to be shown before it is.
 *
 * @param id that the installed model will have
 * @param name for the user's eyes
 * @param repository of the hub
 * @param commit of it that was listed; all files are of this one state
 * @param files to fetch, with sizes and checksums as the hub lists them
 * @param licence to be accepted where it says so
 * @param access whether the hub asks for an account
 * @param offer what the catalogue knows of the model
 */
public record HubPlan(
        String id,
        String name,
        String repository,
        String commit,
        List<HubFile> files,
        Licence licence,
        HubRepository.Access access,
        Optional<Catalog.Offer> offer) {
    public HubPlan {
        files = List.copyOf(files);
    }

    /** Bytes of all files. */
    public long bytes() {
        return files.stream().mapToLong(HubFile::size).sum();
    }
}
