/**
 * The screen of the models: what is here, what could be, what is loaded, who does what. {@link dev.orrery.app.feature.models.ModelsViewModel} asks
 * {@link dev.orrery.models.Models} in the background and turns what it says into rows; opening the screen loads no model and asks no network.
 * JavaFX thread, but for {@code ModelRows}, which is pure.
 */
@NullMarked
package dev.orrery.app.feature.models;

import org.jspecify.annotations.NullMarked;
