package dev.orrery.render3d.picture;

import dev.orrery.render3d.frame.Detail;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameBuilder;
import dev.orrery.render3d.frame.FrameRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * What the map shows at one moment, to be kept. Immutable; any thread.
 *
 * @param request the scene, and where it is seen from
 * @param labels the names over it
 */
public record MapPicture(FrameRequest request, List<MapLabel> labels) {
    public MapPicture {
        labels = List.copyOf(labels);
    }

    /** Writes the view in full detail as SVG 1.1, in units of the user interface. */
    public void writeSvg(OutputStream out) throws IOException {
        Frame frame = new Frame();
        new FrameBuilder().build(request.withDetail(Detail.full()), frame);
        try (SvgWriter svg = new SvgWriter(out, frame)) {
            svg.write(labels);
        }
    }

    /** Writes all bodies that are not filtered away, and the calls between them, as binary glTF 2.0. */
    public void writeGlb(OutputStream out) throws IOException {
        new GlbWriter(request).write(out);
    }
}
