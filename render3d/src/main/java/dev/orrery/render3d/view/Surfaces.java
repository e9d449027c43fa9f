package dev.orrery.render3d.view;

/** Makes the surface for a choice of renderer. */
final class Surfaces {
    private Surfaces() {}

    static MapSurface make(RendererChoice choice, MapSurface.Listener listener) {
        return switch (choice) {
            case AUTO, GL, FLAT, FXYZ -> new PixelSurface(choice, listener);
        };
    }
}
