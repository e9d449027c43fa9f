package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.MapTheme;
import java.util.ArrayList;
import java.util.List;

/**
 * One picture as lists of flat things, in the order in which they are painted: the background, {@link #halos}, {@link
 * #ground}, {@link #faces}, {@link #lines}, {@link #dim} bodies, {@link #rays}, {@link #glows}, {@link #lit} bodies, {@link #signs}. Filled
 * again and again by a {@link FrameBuilder}; belongs to one thread at a time.
 */
public final class Frame {
    private final Marks halos = new Marks();
    private final Strokes ground = new Strokes();
    private final Faces faces = new Faces();
    private final Strokes lines = new Strokes();
    private final Spots dim = new Spots();
    private final Strokes rays = new Strokes();
    private final Marks glows = new Marks();
    private final Spots lit = new Spots();
    private final Marks signs = new Marks();
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<Box> kept = new ArrayList<>();
    private MapTheme theme = MapTheme.DARK;
    private int width;
    private int height;
    private double scale = 1;
    private Detail.Finish finish = Detail.Finish.RESTING;
    private Tally tally = Tally.EMPTY;

    void begin(FrameRequest request) {
        width = request.width();
        height = request.height();
        scale = request.scale();
        theme = request.appearance().theme();
        finish = request.detail().finish();
        halos.clear();
        ground.clear();
        faces.clear();
        kept.clear();
        lines.clear();
        dim.clear();
        rays.clear();
        glows.clear();
        lit.clear();
        signs.clear();
        anchors.clear();
    }

    void end(Tally counted) {
        tally = counted;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Pixels per unit of the user interface. */
    public double scale() {
        return scale;
    }

    public MapTheme theme() {
        return theme;
    }

    public Detail.Finish finish() {
        return finish;
    }

    /** Soft light of the regions. */
    public Marks halos() {
        return halos;
    }

    /** The grid on the floor. */
    public Strokes ground() {
        return ground;
    }

    /** Slabs and houses of a city. */
    public Faces faces() {
        return faces;
    }

    /** Calls and bundles behind the bodies. */
    public Strokes lines() {
        return lines;
    }

    /** Bodies, the farthest first. */
    public Spots dim() {
        return dim;
    }

    /** Lit calls. */
    public Strokes rays() {
        return rays;
    }

    /** Light around lit bodies. */
    public Marks glows() {
        return glows;
    }

    /** Lit bodies, the farthest first. */
    public Spots lit() {
        return lit;
    }

    /** Arrow heads and rings, above all. */
    public Marks signs() {
        return signs;
    }

    /** Rectangles of lit things that are no bodies; no label hides them. */
    public List<Box> kept() {
        return kept;
    }

    /** What deserves a label. */
    public List<Anchor> anchors() {
        return anchors;
    }

    public Tally tally() {
        return tally;
    }
}
