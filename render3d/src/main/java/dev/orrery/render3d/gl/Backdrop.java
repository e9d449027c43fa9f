package dev.orrery.render3d.gl;

import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL33C;

/**
 * The sky behind everything and the light of the regions. Both are soft, so they are drawn at a quarter of the size, with
 * enough depth of colour, and spread over the picture with a little noise that hides the steps between colours.
 */
final class Backdrop implements AutoCloseable {
    private static final int SHRINK = 4;

    private final MarkPass marks;
    private final Program sky = new Program("sky");
    private final Program smooth = new Program("show");
    private final Program quick = new Program("show", "scatter");
    private final int emptyArray = GL33C.glGenVertexArrays();
    private @Nullable Target small;
    private int width;
    private int height;

    Backdrop(MarkPass marks) throws GlException {
        this.marks = marks;
    }

    /** Draws the small picture. */
    void paint(Frame frame) throws GlException {
        int wide = Math.max(1, frame.width() / SHRINK);
        int high = Math.max(1, frame.height() / SHRINK);
        Target into = small;
        if (into == null || wide != width || high != height) {
            if (into != null) {
                into.close();
            }
            into = new Target(wide, high, GL33C.GL_RGBA16F);
            small = into;
            width = wide;
            height = high;
        }
        into.bind();
        GL33C.glDisable(GL33C.GL_BLEND);
        Palette palette = Palette.of(frame.theme());
        sky.use();
        sky.set("edge", palette.background());
        sky.set("middle", palette.horizon());
        sky.set("size", wide, high);
        fill();
        GL33C.glEnable(GL33C.GL_BLEND);
        boolean adding = frame.theme() == MapTheme.DARK;
        GL33C.glBlendFunc(GL33C.GL_SRC_ALPHA, adding ? GL33C.GL_ONE : GL33C.GL_ONE_MINUS_SRC_ALPHA);
        marks.draw(frame, frame.halos());
    }

    /** Spreads the small picture over the bound target. */
    void show(Frame frame) {
        if (small != null) {
            Program show =
                    switch (frame.finish()) {
                        case MOVING -> quick;
                        case RESTING -> smooth;
                    };
            show.use();
            show.set("size", frame.width(), frame.height());
            small.bindTexture();
            fill();
        }
    }

    private void fill() {
        GL33C.glBindVertexArray(emptyArray);
        GL33C.glDrawArrays(GL33C.GL_TRIANGLES, 0, 3);
    }

    @Override
    public void close() {
        sky.close();
        smooth.close();
        quick.close();
        GL33C.glDeleteVertexArrays(emptyArray);
        if (small != null) {
            small.close();
        }
    }
}
