package dev.orrery.models.hub;

import java.util.List;

/**
 * What somebody wants from a hub, as it is kept beside an unfinished download.
 *
 * @param id that the installed model will have
 * @param repository of the hub
 * @param revision branch, tag or commit
 * @param files in it
 * @param done bytes that are here
 * @param total bytes of all files
 */
public record HubOrder(String id, String repository, String revision, List<String> files, long done, long total) {
    public HubOrder {
        files = List.copyOf(files);
    }
}
