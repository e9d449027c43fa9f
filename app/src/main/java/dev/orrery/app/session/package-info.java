/**
 * One opened repository as the window sees it: the session with its graph, selection and trail, the tasks that run
 * for it, and how work leaves the FX thread and comes back. Observable state is confined to the FX thread. No nodes
 * here.
 */
@NullMarked
package dev.orrery.app.session;

import org.jspecify.annotations.NullMarked;
