/**
 * Where API keys live: in the system's keyring where there is one, else encrypted in a file. {@link
 * dev.orrery.models.keys.KeyStores} chooses, {@link dev.orrery.models.keys.KeyStore} is the port. Keys are handed to the
 * keyring's program on its standard input, never as an argument, and stand in no log, message, dump or exception. All methods
 * may start a program or read a file, so they block. Nothing here knows what a key is for.
 */
@NullMarked
package dev.orrery.models.keys;

import org.jspecify.annotations.NullMarked;
