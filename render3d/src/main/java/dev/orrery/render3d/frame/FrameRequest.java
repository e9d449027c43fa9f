package dev.orrery.render3d.frame;

import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.Scene;

/**
 * Everything that a picture depends on. Equal requests give equal pictures. Immutable.
 *
 * @param layout the scene and its places in this very picture
 * @param appearance colours, sizes, what is filtered away
 * @param camera where from
 * @param focus what is lit
 * @param width pixels
 * @param height pixels
 * @param scale pixels per unit of the user interface, 1 on an ordinary screen
 * @param detail how much there is time for
 * @param passage galaxy or city, or what lies between
 */
public record FrameRequest(
        Layout layout,
        Appearance appearance,
        Camera camera,
        Focus focus,
        int width,
        int height,
        double scale,
        Detail detail,
        Passage passage) {
    public Scene scene() {
        return layout.scene();
    }

    public FrameRequest withDetail(Detail other) {
        return new FrameRequest(layout, appearance, camera, focus, width, height, scale, other, passage);
    }
}
