/**
 * How the processes on one index talk: the owner of the index listens on a Unix-domain socket that only its user can open,
 * the others ask it. {@link dev.orrery.indexer.share.OwnerSocket} is the owner's side,
 * {@link dev.orrery.indexer.share.OwnerConnection} the others'. What is asked and answered is the business of those who use
 * this package; nothing here knows an index.
 *
 * <p>The protocol is lines of UTF-8: a verb and arguments, separated by tabs, escaped, of at most 64 KiB. The first line of
 * both sides is {@code orrery}, then the protocol's version; sides of different versions part with {@code version}.
 * Everything that is read is bounded, and whoever breaks the rules is disconnected.
 */
@NullMarked
package dev.orrery.indexer.share;

import org.jspecify.annotations.NullMarked;
