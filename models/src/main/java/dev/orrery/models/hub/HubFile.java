package dev.orrery.models.hub;

import java.util.Optional;

/**
 * A file of a repository as the hub lists it.
 *
 * @param path in the repository, with slashes
 * @param size bytes
 * @param sha256 of its content, where it is kept as a large file
 * @param gitId of its content otherwise: the SHA-1 of a git blob
 */
public record HubFile(String path, long size, Optional<String> sha256, String gitId) {}
