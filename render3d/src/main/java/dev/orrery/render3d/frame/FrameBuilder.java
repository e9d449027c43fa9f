package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.Palette;
import org.jspecify.annotations.Nullable;

/** Fills a {@link Frame} from a {@link FrameRequest}. Keeps scratch memory between pictures; belongs to one thread. */
public final class FrameBuilder {
    private final ClusterViews clusters = new ClusterViews();
    private final StrandCache strands = new StrandCache();
    private @Nullable CityLook look;

    /** Fills {@code frame} anew. */
    public void build(FrameRequest request, Frame frame) {
        frame.begin(request);
        Projection projection = new Projection(request.camera(), request.width(), request.height());
        Shade shade = new Shade(request, Palette.of(request.appearance().theme()));
        City city = request.passage().city();
        if (city == null) {
            galaxy(request, projection, shade, frame);
        } else if (request.passage().arrived()) {
            city(request, city, projection, shade, frame);
        } else {
            between(request, city, projection, shade, frame);
        }
        frame.dim().sortFarFirst();
        frame.lit().sortFarFirst();
    }

    private void galaxy(FrameRequest request, Projection projection, Shade shade, Frame frame) {
        clusters.project(request, projection);
        new GroundStage(request, projection, shade).fill(frame);
        new RegionStage(request, projection, shade).fill(frame);
        BodyStage bodies = new BodyStage(request, projection, shade, clusters);
        bodies.fill(frame);
        LineStage lines =
                new LineStage(request, projection, shade, clusters, strands.of(request.appearance(), request.layout()));
        lines.fill(frame);
        new FocusStage(request, projection, shade).fill(frame);
        new ToldStage(request, projection, shade).fill(frame);
        new AnchorStage(request, projection, clusters).fill(frame);
        int drawn = frame.dim().size() + frame.lit().size();
        frame.end(lines.tally(drawn, drawn + bodies.leftOut()));
    }

    private void city(FrameRequest request, City city, Projection projection, Shade shade, Frame frame) {
        CityLook houses = look(request, city);
        new FocusStage(request, projection, shade).fill(frame);
        int drawn = houses(request, city, houses, projection, shade, frame);
        ArcStage arcs = new ArcStage(request, projection, shade, strands.of(request.appearance(), request.layout()));
        arcs.fill(frame);
        new SignStage(request, city, houses, projection).fill(frame);
        frame.end(arcs.tally(drawn));
    }

    /** Bodies fly while houses rise. */
    private void between(FrameRequest request, City city, Projection projection, Shade shade, Frame frame) {
        houses(request, city, look(request, city), projection, shade, frame);
        clusters.project(request, projection);
        new BodyStage(request, projection, shade, clusters).fill(frame);
        double size = 1 - 0.6 * request.passage().share();
        frame.dim().fade(request.passage().bodies(), size);
        frame.lit().fade(request.passage().bodies(), size);
        int drawn = frame.dim().size() + frame.lit().size();
        frame.end(new Tally(drawn, drawn, 0, 0, 0, 0, 0, 0, 0));
    }

    private static int houses(
            FrameRequest request, City city, CityLook look, Projection projection, Shade shade, Frame frame) {
        Prism prism = new Prism(request, projection);
        CityStage houses = new CityStage(request, city, look, prism, new CityShade(request, shade), frame);
        houses.fill();
        return houses.drawn();
    }

    private CityLook look(FrameRequest request, City city) {
        CityLook known = look;
        if (known == null || !known.isOf(city, request.appearance(), request.focus())) {
            known = CityLook.of(city, request.appearance(), request.focus());
            look = known;
        }
        return known;
    }
}
