/**
 * The hub that models are fetched from: search, listing, download (the address is the user's choice; the interface is that of Hugging
 * Face's hub). {@link dev.orrery.models.hub.HubInstall} is the entry point. Nothing is sent before one of its methods is called.
 * Blocking methods belong on a virtual thread and end soon after their cancellation.
 *
 * <p>What a hub says is not believed: addresses are checked before they are followed ({@link dev.orrery.models.hub.HubPolicy}), sizes
 * bound what is written, and a file becomes part of a model when its SHA-256 is the one that the listing told over the hub's own
 * connection.
 */
@NullMarked
package dev.orrery.models.hub;

import org.jspecify.annotations.NullMarked;
