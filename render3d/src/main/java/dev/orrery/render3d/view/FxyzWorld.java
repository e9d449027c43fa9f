package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Argb;
import dev.orrery.render3d.frame.Camera;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.layout.Points;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.AmbientLight;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.PerspectiveCamera;
import javafx.scene.PointLight;
import javafx.scene.paint.Color;
import javafx.scene.transform.Affine;
import org.fxyz3d.geometry.Point3D;
import org.fxyz3d.shapes.primitives.ScatterMesh;
import org.fxyz3d.shapes.primitives.helper.MarkerFactory;

/**
 * The bodies as scatter meshes of FXyz3D: one mesh for each colour and size, never a node for each body. JavaFX looks
 * along z with y downwards, so that y and z of the layout change their signs.
 */
final class FxyzWorld {
    private static final int MOST = 14_000;
    private static final double[] SIZES = {0.5, 0.9, 1.6, 2.8, 5};

    /**
     * What bodies of one mesh share.
     *
     * @param rgb colour
     * @param size index into the sizes
     */
    private record Look(int rgb, int size) implements Comparable<Look> {
        @Override
        public int compareTo(Look other) {
            return rgb == other.rgb ? Integer.compare(size, other.size) : Integer.compare(rgb, other.rgb);
        }
    }

    private FxyzWorld() {}

    /** The bodies of a request; may be made off the JavaFX thread, since nothing shows them yet. */
    static Group bodies(FrameRequest request) {
        Group group = new Group();
        looks(request).forEach((look, places) -> {
            ScatterMesh mesh = new ScatterMesh();
            mesh.setMarker(MarkerFactory.Marker.DIAMOND);
            mesh.setJoinSegments(true);
            mesh.setHeight(SIZES[look.size()] * 2);
            mesh.setScatterData(places);
            mesh.setTextureModeNone(Color.rgb((look.rgb() >> 16) & 255, (look.rgb() >> 8) & 255, look.rgb() & 255));
            mesh.setMouseTransparent(true);
            group.getChildren().add(mesh);
        });
        return group;
    }

    private static Map<Look, List<Point3D>> looks(FrameRequest request) {
        Scene scene = request.scene();
        Points places = request.layout().bodies();
        double share = Math.min(1, MOST / Math.max(1.0, scene.bodyCount()));
        int horizon = Palette.of(request.appearance().theme()).horizon();
        Map<Look, List<Point3D>> looks = new TreeMap<>();
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            int first = scene.firstBody(cluster);
            int count = scene.endBody(cluster) - first;
            int drawn = Math.clamp(Math.round(count * share), 1, count);
            for (int i = 0; i < count; i++) {
                int body = first + i;
                boolean lit = request.focus().role(body) != Focus.Role.NONE;
                if (request.appearance().visible(body) && (i < drawn || lit)) {
                    Look look = look(request, body, lit, horizon);
                    looks.computeIfAbsent(look, unseen -> new ArrayList<>())
                            .add(new Point3D(places.x(body), -places.y(body), -places.z(body)));
                }
            }
        }
        return looks;
    }

    private static Look look(FrameRequest request, int body, boolean lit, int horizon) {
        int rgb = request.appearance().colour(body);
        if (request.focus().isActive() && !lit) {
            rgb = Argb.mix(rgb, horizon, 0.6);
        }
        double radius = request.appearance().radius(body) * (lit ? 1.6 : 1);
        int size = 0;
        while (size + 1 < SIZES.length && radius > (SIZES[size] + SIZES[size + 1]) / 2) {
            size++;
        }
        return new Look(rgb & 0xffffff, size);
    }

    /** Lights that leave no side black. */
    static List<Node> lights(PerspectiveCamera eye) {
        PointLight sun = new PointLight(Color.gray(0.75));
        sun.getTransforms().setAll(eye.getTransforms());
        return List.of(new AmbientLight(Color.gray(0.42)), sun);
    }

    /** Puts JavaFX's eye where the camera of a request is. */
    static void aim(PerspectiveCamera eye, FrameRequest request) {
        double[] view = request.camera().axes();
        double focal = Camera.focal(request.width(), request.height());
        eye.setVerticalFieldOfView(true);
        eye.setFieldOfView(Math.toDegrees(2 * Math.atan(request.height() / 2.0 / focal)));
        eye.setNearClip(0.5);
        eye.setFarClip(request.camera().distance() * 12 + 1000);
        eye.getTransforms()
                .setAll(new Affine(
                        view[0], view[3], view[6], view[9], -view[1], -view[4], -view[7], -view[10], -view[2], -view[5],
                        -view[8], -view[11]));
    }
}
