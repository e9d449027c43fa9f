package dev.orrery.app.shell;

import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import javafx.beans.property.ObjectProperty;

/**
 * What is remembered of the map from one repository to the next.
 *
 * @param scene galaxy or city
 * @param colour what colours tell
 */
public record MapChoices(ObjectProperty<MapScene> scene, ObjectProperty<ColourBy> colour) {}
