package dev.orrery.render3d.view;

/** Which renderer is wished for. */
public enum RendererChoice {
    /** The best one that works here. */
    AUTO,
    /** OpenGL off screen. */
    GL,
    /** JavaFX 3D. */
    FXYZ,
    /** The processor alone. */
    FLAT
}
