package dev.orrery.render3d.frame;

import dev.orrery.render3d.scene.Palette;

/** Fills a {@link Frame} from a {@link FrameRequest}. Keeps scratch memory between pictures; belongs to one thread. */
public final class FrameBuilder {
    private final ClusterViews clusters = new ClusterViews();
    private final StrandCache strands = new StrandCache();

    /** Fills {@code frame} anew. */
    public void build(FrameRequest request, Frame frame) {
        frame.begin(request);
        Projection projection = new Projection(request.camera(), request.width(), request.height());
        Shade shade = new Shade(request, Palette.of(request.appearance().theme()));
        clusters.project(request, projection);
        new GroundStage(request, projection, shade).fill(frame);
        new RegionStage(request, projection, shade).fill(frame);
        BodyStage bodies = new BodyStage(request, projection, shade, clusters);
        bodies.fill(frame);
        LineStage lines =
                new LineStage(request, projection, shade, clusters, strands.of(request.appearance(), request.layout()));
        lines.fill(frame);
        new FocusStage(request, projection, shade).fill(frame);
        frame.dim().sortFarFirst();
        frame.lit().sortFarFirst();
        new AnchorStage(request, projection, clusters).fill(frame);
        int drawn = frame.dim().size() + frame.lit().size();
        frame.end(lines.tally(drawn, drawn + bodies.leftOut()));
    }
}
