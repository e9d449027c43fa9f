package dev.orrery.render3d.gl;

/** Something that the driver refused. */
final class GlException extends Exception {
    private static final long serialVersionUID = 1;

    GlException(String message) {
        super(message);
    }
}
