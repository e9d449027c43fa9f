/**
 * The models on this machine's disk. {@link dev.orrery.models.store.ModelStore} is the entry point; it is safe from any thread and
 * several processes may use the same folder. Contents lie once, by their SHA-256, in {@code blobs}; a model is a folder below
 * {@code models} with a manifest and hard links to its contents, and comes into being by one rename. Nothing here loads a model
 * or uses the network.
 */
@NullMarked
package dev.orrery.models.store;

import org.jspecify.annotations.NullMarked;
