package dev.orrery.render3d.frame;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.scene.SymbolState;

/** How the houses of a city look under one appearance and one focus. */
@SuppressWarnings("ArrayRecordComponent")
record CityLook(
        City city,
        Appearance appearance,
        Focus focus,
        boolean[] visible,
        int[] colour,
        Focus.Role[] role,
        SymbolState[] state) {
    static CityLook of(City city, Appearance appearance, Focus focus) {
        Scene scene = city.scene();
        int files = scene.graph().fileCount();
        boolean[] visible = new boolean[files];
        int[] colour = new int[files];
        Focus.Role[] role = new Focus.Role[files];
        SymbolState[] state = states(city, appearance);
        boolean layered = !appearance.layer().layer().isNone();
        boolean isGrey = appearance.layer().layer().ground() == SymbolLayer.Ground.GREY;
        Palette palette = Palette.of(appearance.theme());
        for (int file = 0; file < files; file++) {
            int main = city.mainBody(file);
            visible[file] = main < 0 && covers(appearance.filter(), scene, file);
            colour[file] = layered && (isGrey || state[file].isTold())
                    ? palette.state(state[file])
                    : appearance.fileColour(file, main);
            role[file] = Focus.Role.NONE;
        }
        for (int body = 0; body < scene.bodyCount(); body++) {
            visible[city.file(body)] |= appearance.visible(body);
        }
        for (int body : focus.lit()) {
            int file = city.file(body);
            Focus.Role now = focus.role(body);
            if (rank(now) > rank(role[file])) {
                role[file] = now;
            }
        }
        return new CityLook(city, appearance, focus, visible, colour, role, state);
    }

    /** A file is in the state that all it declares is in, or has changed where something in it tells anything. */
    private static SymbolState[] states(City city, Appearance appearance) {
        SymbolState[] states = new SymbolState[city.scene().graph().fileCount()];
        for (int body = 0; body < city.scene().bodyCount(); body++) {
            int file = city.file(body);
            SymbolState state = appearance.state(body);
            SymbolState before = states[file];
            boolean isTold = state.isTold() || before != null && before.isTold();
            states[file] = before == null || before == state ? state : isTold ? SymbolState.CHANGED : before;
        }
        for (int file = 0; file < states.length; file++) {
            states[file] = states[file] == null ? SymbolState.UNCHANGED : states[file];
        }
        return states;
    }

    private static boolean covers(MapFilter filter, Scene scene, int file) {
        return filter.covers(scene.graph().path(file))
                && (filter.tests() == MapFilter.Tests.SHOWN || !scene.graph().isTestFile(file));
    }

    private static int rank(Focus.Role role) {
        return switch (role) {
            case NONE -> 0;
            case FARTHER -> 1;
            case HIGHLIGHTED -> 2;
            case CALLER, CALLEE -> 3;
            case SELECTED -> 4;
        };
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isOf(City other, Appearance shown, Focus lit) {
        return city == other && appearance == shown && focus == lit;
    }
}
