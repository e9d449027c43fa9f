/**
 * What can be named at a caret in text that is half written. {@link dev.orrery.indexer.scope.ScopeFinder} is the way in. For
 * Java the tokens up to the caret say what is being written there; a probe text, in which a call of a made-up name stands at
 * the caret and everything that is open is closed, is parsed and laid over the index by {@code link.java}, which knows the
 * names. Other languages are answered from the structure of the one text, which never claims to be complete.
 *
 * <p>Everything here is made for one question and belongs to its thread, the finder apart.
 */
@NullMarked
package dev.orrery.indexer.scope;

import org.jspecify.annotations.NullMarked;
