package dev.orrery.render3d.view;

import dev.orrery.api.UserMessage;
import dev.orrery.base.Messages;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;

/** Makes the surface for a choice of renderer, and the one after it where the first does not come up. */
final class Surfaces {
    private Surfaces() {}

    static MapSurface make(RendererChoice choice, MapSurface.Listener listener) {
        return switch (choice) {
            case AUTO, GL -> new SwitchingSurface(listener);
            case FLAT -> PixelSurface.flat(UserMessage.of("render3d.renderer.flat"), listener);
            case FXYZ ->
                has3D()
                        ? new FxyzSurface(UserMessage.of("render3d.renderer.fxyz"), listener)
                        : PixelSurface.flat(
                                UserMessage.of(
                                        "render3d.renderer.flat.instead",
                                        Messages.current().text("render3d.renderer.no3d")),
                                listener);
        };
    }

    /** What takes over from OpenGL. */
    static MapSurface instead(UserMessage reason, MapSurface.Listener listener) {
        String why = Messages.current().text(reason);
        return has3D()
                ? new FxyzSurface(UserMessage.of("render3d.renderer.fxyz.instead", why), listener)
                : PixelSurface.flat(UserMessage.of("render3d.renderer.flat.instead", why), listener);
    }

    private static boolean has3D() {
        return Platform.isSupported(ConditionalFeature.SCENE3D);
    }
}
