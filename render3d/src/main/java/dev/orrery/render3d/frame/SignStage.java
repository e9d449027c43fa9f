package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.Boxes;
import dev.orrery.render3d.city.City;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists what deserves a label in a city: districts, then folders, houses and what stands on them as one comes near. */
final class SignStage {
    private static final double FOLDER_SIZE = 150;
    private static final double FILE_SIZE = 44;
    private static final double MEMBER_SIZE = 58;
    private static final int MOST = 44;
    private static final int MOST_DIMMED = 12;

    private final FrameRequest request;
    private final City city;
    private final CityLook look;
    private final Projection projection;

    SignStage(FrameRequest request, City city, CityLook look, Projection projection) {
        this.request = request;
        this.city = city;
        this.look = look;
        this.projection = projection;
    }

    void fill(Frame frame) {
        List<Anchor> signs = new ArrayList<>();
        wards(frame.anchors(), signs);
        LitNames.fill(frame.anchors(), request.focus(), this::body);
        files(signs);
        signs.stream()
                .sorted(Comparator.comparingDouble((Anchor anchor) -> -anchor.priority()))
                .limit(request.focus().isActive() ? MOST_DIMMED : MOST)
                .forEach(frame.anchors()::add);
    }

    private void wards(List<Anchor> regions, List<Anchor> folders) {
        Boxes wards = city.wards();
        for (int ward = 0; ward < wards.size(); ward++) {
            City.Ward what = city.ward(ward);
            double y = wards.top(ward) + (what.level() == 1 ? city.highest() * 0.16 : 0);
            if (!ahead(wards.middleX(ward), y, wards.middleZ(ward))) {
                continue;
            }
            double wide = projection.pixels(wards.x1(ward) - wards.x0(ward));
            if (what.level() == 1 && wide < request.width() * 1.5) {
                regions.add(anchor(Anchor.Kind.REGION, what.region(), wide * 0.3, 1000 + wide));
            } else if (what.level() > 1 && wide > FOLDER_SIZE * request.scale() && wide < request.width()) {
                folders.add(anchor(Anchor.Kind.FOLDER, ward, wide * 0.2, 400 + wide / what.level()));
            }
        }
    }

    private void files(List<Anchor> anchors) {
        Boxes files = city.files();
        for (int file = 0; file < files.size(); file++) {
            if (!look.visible()[file] || !ahead(files.middleX(file), files.top(file), files.middleZ(file))) {
                continue;
            }
            double wide = projection.pixels(files.shorter(file)) / request.scale();
            if (wide > FILE_SIZE) {
                boolean lit = look.role()[file] != Focus.Role.NONE;
                anchors.add(anchor(
                        Anchor.Kind.FILE,
                        file,
                        2,
                        (lit || !request.focus().isActive() ? 200 : 50) + Math.min(wide, 180)));
            }
            if (wide > MEMBER_SIZE * 3 && request.passage().arrived()) {
                city.walkRoof(file, 0, 0, body -> member(anchors, body));
            }
        }
    }

    private void member(List<Anchor> anchors, int body) {
        Boxes bodies = city.bodies();
        if (request.appearance().visible(body) && ahead(bodies.middleX(body), bodies.top(body), bodies.middleZ(body))) {
            double wide = projection.pixels(bodies.shorter(body)) / request.scale();
            if (wide > MEMBER_SIZE) {
                anchors.add(anchor(Anchor.Kind.MEMBER, body, 2, 100 + Math.min(wide, 90)));
            }
        }
    }

    private void body(List<Anchor> anchors, Anchor.Kind kind, int body, double priority) {
        if (body >= 0 && body < city.bodies().size() && request.appearance().visible(body)) {
            Boxes bodies = city.bodies();
            if (ahead(bodies.middleX(body), bodies.top(body), bodies.middleZ(body))) {
                anchors.add(anchor(kind, body, 4 * request.scale(), priority));
            }
        }
    }

    private boolean ahead(double x, double y, double z) {
        return projection.project(x, y, z)
                && projection.px > 0
                && projection.py > 0
                && projection.px < request.width()
                && projection.py < request.height();
    }

    private Anchor anchor(Anchor.Kind kind, int row, double radius, double priority) {
        float top = (float) (projection.py - Math.min(radius, 4 * request.scale()));
        return new Anchor(kind, row, projection.px, top, projection.py, (float) radius, priority);
    }
}
