package dev.orrery.render3d;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Framing;
import dev.orrery.render3d.frame.Passage;
import dev.orrery.render3d.layout.Layout;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SizeBy;
import java.util.List;

/** A made-up repository, laid out. */
public record Sample(Scene scene, Layout layout, Appearance appearance) {
    public static Sample ofTypes(int types) {
        return ofTypes(types, MapTheme.DARK);
    }

    public static Sample ofTypes(int types, MapTheme theme) {
        Scene scene = Scene.of(SyntheticGraph.ofTypes(types, 21).graph());
        return new Sample(
                scene, Layout.of(scene), Appearance.of(scene, ColourBy.REGION, SizeBy.LINES, MapFilter.all(), theme));
    }

    public Camera home(int width, int height) {
        return Framing.whole(layout, width, height);
    }

    public FrameRequest request(Camera camera, Focus focus, int width, int height) {
        return new FrameRequest(layout, appearance, camera, focus, width, height, 1, Detail.full(), Passage.GALAXY);
    }

    public FrameRequest cityRequest(City city, Camera camera, Focus focus, int width, int height) {
        return new FrameRequest(
                city.layout(), appearance, camera, focus, width, height, 1, Detail.full(), Passage.in(city));
    }

    /** The body with the most calls in and out. */
    public int busiest() {
        int best = 0;
        int most = -1;
        for (int body = 0; body < scene.bodyCount(); body++) {
            int calls = scene.links().incomingCount(body)
                    + scene.links().end(body)
                    - scene.links().first(body);
            if (calls > most) {
                most = calls;
                best = body;
            }
        }
        return best;
    }

    public Focus focusOnBusiest() {
        return Focus.of(scene, appearance, busiest(), 0, List.of());
    }
}
