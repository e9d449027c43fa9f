package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.Boxes;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.city.Plot;
import dev.orrery.render3d.scene.SymbolState;

/** Builds the slabs, the houses and, near enough, the declarations on their roofs; what hides others comes later. */
final class CityStage implements City.Walker {
    /** Houses at least this wide, in units of the user interface, show what stands on their roofs. */
    private static final double OPEN = 40;

    private static final double WIDE_OPEN = 84;

    private final FrameRequest request;
    private final City city;
    private final CityLook look;
    private final CityShade shade;
    private final Prism prism;
    private final Frame frame;
    private final double grown;
    private final double ground;
    private final ToldStage told;
    private int roofs;
    private int drawn;

    CityStage(FrameRequest request, City city, CityLook look, Prism prism, CityShade shade, Frame frame) {
        this.request = request;
        this.city = city;
        this.look = look;
        this.shade = shade;
        this.prism = prism;
        this.frame = frame;
        this.grown = request.passage().grown();
        this.ground = request.passage().ground();
        this.told = new ToldStage(request, prism.projection(), shade.shade());
        this.roofs = request.detail().bodies();
    }

    void fill() {
        Plot site = city.site();
        double rim = site.shorter() * 0.02;
        prism.feet(1);
        if (prism.take(site.x0() - rim, site.z0() - rim, site.x1() + rim, site.z1() + rim, 0, 0)) {
            prism.faces(frame.faces(), Argb.faded(shade.site(), ground), Faces.NOBODY);
        }
        city.walk(prism.eyeX(), prism.eyeZ(), this);
    }

    /** How many houses and declarations were drawn. */
    int drawn() {
        return drawn;
    }

    @Override
    public boolean ward(int ward) {
        Boxes wards = city.wards();
        double x0 = wards.x0(ward);
        double z0 = wards.z0(ward);
        double x1 = wards.x1(ward);
        double z1 = wards.z1(ward);
        if (!prism.take(x0, z0, x1, z1, 0, Math.max(wards.top(ward), city.highest()))) {
            return false;
        }
        if (prism.eyeY() >= wards.top(ward)) {
            slab(ward);
        }
        return true;
    }

    @Override
    public void leave(int ward) {
        // Seen from below its top, a slab lies before what stands on it.
        if (prism.eyeY() < city.wards().top(ward)) {
            slab(ward);
        }
    }

    private void slab(int ward) {
        Boxes wards = city.wards();
        if (prism.take(
                wards.x0(ward), wards.z0(ward), wards.x1(ward), wards.z1(ward), wards.base(ward), wards.top(ward))) {
            prism.feet(0.8);
            int colour = shade.slab(city.ward(ward), prism.depth());
            prism.faces(frame.faces(), Argb.faded(colour, ground), Faces.NOBODY);
        }
    }

    @Override
    public void file(int file) {
        Boxes files = city.files();
        if (!look.visible()[file]) {
            return;
        }
        double base = files.base(file);
        double top = base + (files.top(file) - base) * Math.max(grown, 1e-3);
        if (!take(file, base, top + city.roofHeight(file))) {
            return;
        }
        boolean seen = take(file, base, top);
        double size = prism.pixels(files.shorter(file));
        double open = roofs > 0 && request.passage().share() == 1 ? opened(size / request.scale()) : 0;
        boolean below = prism.eyeY() < top;
        if (open > 0 && below) {
            roof(file, open);
            seen = take(file, base, top);
        }
        if (seen) {
            house(file);
        }
        if (open > 0 && !below) {
            roof(file, open);
        }
    }

    private boolean take(int file, double base, double top) {
        Boxes files = city.files();
        return prism.take(files.x0(file), files.z0(file), files.x1(file), files.z1(file), base, top);
    }

    private void house(int file) {
        Focus.Role role = look.role()[file];
        int colour = shade.house(look.colour()[file], role, prism.depth());
        SymbolState state = look.state()[file];
        prism.feet(0.62);
        double solid = Math.min(ground, grown * 4) * ToldStage.solid(state);
        prism.faces(frame.faces(), Argb.faded(colour, solid), Faces.file(file));
        drawn++;
        if (role != Focus.Role.NONE) {
            mark(file, role);
        }
        tell(state, look.colour()[file], roofs > 0 && city.mainBody(file) >= 0);
    }

    private void roof(int file, double open) {
        city.walkRoof(file, prism.eyeX(), prism.eyeZ(), body -> declaration(body, open));
    }

    /** How far what stands on a roof has risen, by the width of the house in units of the user interface. */
    static double opened(double size) {
        double t = Math.clamp((size - OPEN) / (WIDE_OPEN - OPEN), 0, 1);
        return t * t * (3 - 2 * t);
    }

    /** The top of what stands on a roof. */
    static double top(Boxes bodies, int body, double open) {
        return bodies.base(body) + (bodies.top(body) - bodies.base(body)) * open;
    }

    private void declaration(int body, double open) {
        Boxes bodies = city.bodies();
        if (!request.appearance().visible(body)
                || !prism.take(
                        bodies.x0(body),
                        bodies.z0(body),
                        bodies.x1(body),
                        bodies.z1(body),
                        bodies.base(body),
                        top(bodies, body, open))) {
            return;
        }
        roofs--;
        Focus.Role role = request.focus().role(body);
        // What stands on a lit house is not as dark as the rest, or nothing of the house would be lit.
        boolean beside = role == Focus.Role.NONE && look.role()[city.file(body)] != Focus.Role.NONE;
        Focus.Role shown = beside ? Focus.Role.FARTHER : role;
        int colour = shade.declaration(request.appearance().colour(body), body, shown, prism.depth(), open);
        prism.feet(0.8);
        SymbolState state = request.appearance().state(body);
        prism.faces(frame.faces(), Argb.faded(colour, ToldStage.solid(state)), body);
        drawn++;
        tell(state, request.appearance().colour(body), true);
        if (role != Focus.Role.NONE && body == request.focus().selected()) {
            prism.outline(frame.rays(), (float) (2 * request.scale()), shade.selection());
        }
    }

    /** The sign of a state on a roof that is large enough for one; what is gone is an outline. */
    private void tell(SymbolState state, int rgb, boolean isSigned) {
        if (!state.isTold() || !prism.isWhole()) {
            return;
        }
        if (state == SymbolState.REMOVED) {
            prism.outline(frame.rays(), (float) (1.3 * request.scale()), Argb.of(rgb, 1));
        } else if (isSigned) {
            Box roof = prism.roof();
            double radius = Math.min(7 * request.scale(), Math.min(roof.width(), roof.height()) * 0.3);
            told.onRoof(frame, state, roof.x() + roof.width() / 2, roof.y() + roof.height() / 2, radius);
        }
    }

    private void mark(int file, Focus.Role role) {
        if (!prism.isWhole()) {
            return;
        }
        frame.kept().add(prism.roof());
        int selected = request.focus().selected();
        if (selected >= 0 && city.file(selected) == file && role == Focus.Role.SELECTED) {
            prism.outline(frame.rays(), (float) (2 * request.scale()), shade.selection());
        }
    }
}
