/**
 * Servers that the user configured: none at first. {@link dev.orrery.models.server.ServerAccounts} keeps them in {@code
 * servers.json} in the configuration folder, keys apart; {@link dev.orrery.models.server.ServerEngines} makes the engines that
 * ask them. Nothing here asks the network.
 */
@NullMarked
package dev.orrery.models.server;

import org.jspecify.annotations.NullMarked;
