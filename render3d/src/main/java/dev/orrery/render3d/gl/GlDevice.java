package dev.orrery.render3d.gl;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Frame;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;
import org.lwjgl.opengl.GL33C;

/** One context with all that is drawn with it. */
final class GlDevice implements AutoCloseable {
    private final GlContext context;
    private final String name;
    private final Backdrop backdrop;
    private final StrokePass strokes;
    private final FacePass faces;
    private final SpotPass spots;
    private final MarkPass marks;
    private final ReadBack readBack;
    private @Nullable Target target;
    private @Nullable SmoothTarget smooth;
    private boolean lost;

    private GlDevice(GlContext context) throws GlException {
        this.context = context;
        this.name = context.device();
        this.marks = new MarkPass();
        this.backdrop = new Backdrop(marks);
        this.strokes = new StrokePass();
        this.faces = new FacePass();
        this.spots = new SpotPass();
        this.readBack = new ReadBack(!GlContext.isProcessor(name));
    }

    static GlDevice open() throws OrreryException {
        GlContext context = GlContext.open();
        try {
            return new GlDevice(context);
        } catch (GlException refused) {
            context.close();
            throw new OrreryException(
                    UserMessage.of("render3d.gl.unavailable", String.valueOf(refused.getMessage())), refused);
        }
    }

    String name() {
        return name;
    }

    void draw(Frame frame) throws GlException {
        checkLost();
        GL33C.glDisable(GL33C.GL_DEPTH_TEST);
        GL33C.glEnable(GL33C.GL_PROGRAM_POINT_SIZE);
        backdrop.paint(frame);
        Target picture = target(frame.width(), frame.height());
        boolean built = frame.faces().size() > 0;
        // Edges of houses are smooth at rest; on the way a software renderer has no time for it.
        SmoothTarget softened =
                built && frame.finish() == Detail.Finish.RESTING ? smooth(frame.width(), frame.height()) : null;
        if (softened == null) {
            picture.bind();
        } else {
            softened.bind();
        }
        GL33C.glDisable(GL33C.GL_BLEND);
        GL33C.glColorMask(true, true, true, true);
        backdrop.show(frame);
        // The picture stays opaque, whatever is blended over it.
        GL33C.glColorMask(true, true, true, false);
        GL33C.glEnable(GL33C.GL_BLEND);
        GL33C.glBlendFunc(GL33C.GL_SRC_ALPHA, GL33C.GL_ONE_MINUS_SRC_ALPHA);
        strokes.draw(frame, frame.ground(), StrokePass.Quality.of(frame.finish()));
        if (built) {
            faces.draw(frame);
        }
        if (softened != null) {
            softened.resolveInto(picture);
        }
        strokes.draw(frame, frame.lines(), StrokePass.Quality.of(frame.finish()));
        spots.draw(frame, frame.dim(), marks);
        strokes.draw(frame, frame.rays(), StrokePass.Quality.SMOOTH);
        marks.draw(frame, frame.glows());
        spots.draw(frame, frame.lit(), marks);
        marks.draw(frame, frame.signs());
        int error = GL33C.glGetError();
        if (error != GL33C.GL_NO_ERROR) {
            throw new GlException("GL error 0x" + Integer.toHexString(error));
        }
        GL33C.glColorMask(true, true, true, true);
        readBack.start(frame.width(), frame.height());
    }

    void fetch(IntBuffer pixels) throws GlException {
        checkLost();
        if (target == null) {
            throw new GlException("nothing was drawn");
        }
        target.bind();
        readBack.finish(pixels);
    }

    private void checkLost() throws GlException {
        if (lost) {
            throw new GlException("context lost");
        }
    }

    void lose() {
        lost = true;
    }

    private Target target(int width, int height) throws GlException {
        Target picture = target;
        if (picture == null || !picture.fits(width, height)) {
            if (picture != null) {
                picture.close();
                target = null;
            }
            picture = new Target(width, height, GL33C.GL_RGBA8);
            target = picture;
        }
        return picture;
    }

    private SmoothTarget smooth(int width, int height) throws GlException {
        SmoothTarget picture = smooth;
        if (picture == null || !picture.fits(width, height)) {
            if (picture != null) {
                picture.close();
                smooth = null;
            }
            picture = new SmoothTarget(width, height);
            smooth = picture;
        }
        return picture;
    }

    @Override
    public void close() {
        readBack.close();
        faces.close();
        if (smooth != null) {
            smooth.close();
        }
        spots.close();
        strokes.close();
        backdrop.close();
        marks.close();
        if (target != null) {
            target.close();
        }
        context.close();
    }
}
