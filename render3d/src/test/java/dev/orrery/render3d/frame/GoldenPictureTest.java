package dev.orrery.render3d.frame;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.OrreryException;
import dev.orrery.base.Messages;
import dev.orrery.render3d.Png;
import dev.orrery.render3d.gl.GlPainter;
import dev.orrery.render3d.scene.Scene;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pictures look as they were reviewed, as OpenGL paints them and as the processor does. Where OpenGL does not come up the
 * log says why, and only the processor's are compared. After an intended change run with {@code -Dgolden.update=true} and
 * look at the pictures that differ; a picture that fails lies beside its difference in {@code target/golden}.
 *
 * <p>What is forgiven is measured by the second test: no smoothing of edges, a tenth of a pixel, noise leave at most one block
 * below {@value #ALIKE}; any label, the longest arc and any region's wrong hue change at least three.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenPictureTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/orrery/render3d/golden");
    private static final Path FAILED = Path.of("target/golden");
    private static final double ALIKE = 0.7;
    private static final int FORGIVEN = 2;
    private static final System.Logger LOG = System.getLogger("GoldenPictureTest");

    private final List<FramePainter> painters = new ArrayList<>();

    @BeforeAll
    void open() {
        painters.add(new FlatPainter());
        try {
            painters.add(GlPainter.open());
        } catch (OrreryException missing) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "only the processor''s pictures are compared: {0}",
                    Messages.of(Locale.ENGLISH).text(missing.userMessage()));
        }
    }

    @AfterAll
    void close() {
        painters.forEach(FramePainter::close);
    }

    @ParameterizedTest
    @EnumSource
    void thePictureLooksAsItWasReviewed(Shot shot) throws OrreryException {
        Frame frame = Studio.frame(shot.request());
        for (FramePainter painter : painters) {
            Png.Picture found = Studio.take(painter, frame, Studio.labels(frame));
            String name = shot.name().toLowerCase(Locale.ROOT) + (painter instanceof FlatPainter ? "-flat" : "-gl");
            Path golden = GOLDEN.resolve(name + ".png");
            if (Boolean.getBoolean("golden.update")) {
                Png.write(golden, found);
            }
            Resemblance resemblance = Resemblance.of(Png.read(golden), found);
            LOG.log(System.Logger.Level.INFO, "{0}: {1}", name, resemblance);
            if (!alike(resemblance)) {
                Png.write(FAILED.resolve(name + "-found.png"), found);
                Png.write(FAILED.resolve(name + "-difference.png"), resemblance.difference(found));
            }
            assertTrue(alike(resemblance), name + ": " + resemblance + "; see " + FAILED.toAbsolutePath());
        }
    }

    private static boolean alike(Resemblance resemblance) {
        return resemblance.below(ALIKE) <= FORGIVEN;
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void whatMachinesDoDifferentlyIsForgivenAndWhatIsMissingIsNot(Shot shot) throws OrreryException {
        FrameRequest request = shot.request();
        Frame frame = Studio.frame(request);
        List<LabelPlacer.Placed> labels = Studio.labels(frame);
        for (FramePainter painter : painters) {
            Png.Picture picture = Studio.take(painter, frame, labels);
            Detail rough = new Detail(
                    request.detail().bodies(),
                    request.detail().calls(),
                    request.detail().bundles(),
                    Detail.Finish.MOVING);
            for (FrameRequest other : List.of(request.withDetail(rough), Mutations.moved(request, 0.1))) {
                Resemblance same = Resemblance.of(picture, Studio.take(painter, Studio.frame(other), labels));
                assertTrue(alike(same), shot + " " + painter.device() + ": " + same);
            }
            assertTrue(alike(Resemblance.of(picture, Mutations.noisy(picture, new Random(1)))));
            for (int i = 0; i < labels.size(); i++) {
                List<LabelPlacer.Placed> fewer = new ArrayList<>(labels);
                fewer.remove(i);
                missed(shot, "label " + i, picture, Studio.take(painter, frame, fewer));
            }
            if (request.focus().isActive()) {
                Frame arc = Mutations.withoutLongestRay(request);
                missed(shot, "arc", picture, Studio.take(painter, arc, labels));
            }
            Scene scene = request.scene();
            for (int region = 0; region < scene.regionCount(); region++) {
                Frame wrong = Mutations.withWrongHue(request, region);
                if (wrong != null) {
                    missed(shot, "hue of " + region, picture, Studio.take(painter, wrong, labels));
                }
            }
        }
    }

    private static void missed(Shot shot, String what, Png.Picture picture, Png.Picture without) {
        Resemblance resemblance = Resemblance.of(picture, without);
        assertFalse(alike(resemblance), shot + " does not miss " + what + ": " + resemblance);
    }
}
