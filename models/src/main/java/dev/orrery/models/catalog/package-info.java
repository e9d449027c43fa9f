/**
 * Which models exist, which are on this machine, whether they fit, and how they come here and go. Nothing here loads a model;
 * nothing goes over the network unless the user asked for it.
 */
@NullMarked
package dev.orrery.models.catalog;

import org.jspecify.annotations.NullMarked;
