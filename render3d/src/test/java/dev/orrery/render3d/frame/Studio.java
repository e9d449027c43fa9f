package dev.orrery.render3d.frame;

import dev.orrery.api.OrreryException;
import dev.orrery.render3d.Png;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes pictures off screen. Labels are plates of a colour for each kind, because fonts differ from machine to machine;
 * each pixel is the mean of four, so that smooth edges weigh little.
 */
final class Studio {
    private static final int[] PLATES = {0xffd34d, 0xff8f5e, 0xff5ea0, 0xb05eff, 0x5e9cff, 0x4dd3c4, 0x7bd34d, 0xbfbfbf
    };

    private static final Box LEGEND = new Box(8, 8, 90, 60);

    private Studio() {}

    static Frame frame(FrameRequest request) {
        Frame frame = new Frame();
        new FrameBuilder().build(request, frame);
        return frame;
    }

    /** The places of labels whose letters are all equally wide. */
    static List<LabelPlacer.Placed> labels(Frame frame) {
        LabelPlacer placer = new LabelPlacer(frame.width(), frame.height(), List.of(LEGEND));
        for (int i = 0; i < frame.lit().size(); i++) {
            placer.keepFree(frame.lit().x(i), frame.lit().y(i), frame.lit().radius(i));
        }
        frame.kept().forEach(placer::keepFree);
        List<LabelPlacer.Wish> wishes = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (Anchor anchor : frame.anchors()) {
            boolean body = anchor.kind().ordinal() > Anchor.Kind.FILE.ordinal();
            if (body && !named.add(anchor.row())) {
                continue;
            }
            wishes.add(new LabelPlacer.Wish(anchor, 40 + anchor.row() % 5 * 6, 16));
        }
        return placer.place(wishes);
    }

    static Png.Picture take(FramePainter painter, Frame frame, List<LabelPlacer.Placed> labels) throws OrreryException {
        int size = frame.width() * frame.height();
        IntBuffer pixels = ByteBuffer.allocateDirect(size * 4)
                .order(ByteOrder.nativeOrder())
                .asIntBuffer();
        painter.submit(frame);
        painter.collect(pixels);
        int[] argb = new int[size];
        pixels.get(0, argb);
        for (LabelPlacer.Placed label : labels) {
            plate(argb, frame.width(), label);
        }
        return halved(argb, frame.width(), frame.height());
    }

    private static void plate(int[] argb, int width, LabelPlacer.Placed label) {
        Box box = label.box();
        for (int y = (int) box.y(); y < box.y() + box.height(); y++) {
            for (int x = (int) box.x(); x < box.x() + box.width(); x++) {
                argb[y * width + x] = PLATES[label.anchor().kind().ordinal() % PLATES.length];
            }
        }
    }

    private static Png.Picture halved(int[] argb, int width, int height) {
        int[] half = new int[width / 2 * (height / 2)];
        for (int i = 0; i < half.length; i++) {
            int at = i / (width / 2) * 2 * width + i % (width / 2) * 2;
            int pixel = 0xff;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int sum = (argb[at] >> shift & 255)
                        + (argb[at + 1] >> shift & 255)
                        + (argb[at + width] >> shift & 255)
                        + (argb[at + width + 1] >> shift & 255);
                pixel = pixel << 8 | sum / 4;
            }
            half[i] = pixel;
        }
        return new Png.Picture(half, width / 2, height / 2);
    }
}
