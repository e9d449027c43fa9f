package dev.orrery.render3d.frame;

import dev.orrery.render3d.Sample;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.scene.Links;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.SizeBy;

/** The pictures that were reviewed: both scenes, both themes, a focus, a path, the labels of all. */
enum Shot {
    GALAXY(MapTheme.DARK) {
        @Override
        FrameRequest request(Sample sample) {
            return sample.request(sample.home(WIDTH, HEIGHT), Focus.none(), WIDTH, HEIGHT);
        }
    },
    GALAXY_FOCUS(MapTheme.LIGHT) {
        @Override
        FrameRequest request(Sample sample) {
            return sample.request(sample.home(WIDTH, HEIGHT), sample.focusOnBusiest(), WIDTH, HEIGHT);
        }
    },
    GALAXY_PATH(MapTheme.DARK) {
        @Override
        FrameRequest request(Sample sample) {
            Camera near = Framing.around(
                    sample.layout(),
                    sample.busiest(),
                    sample.home(WIDTH, HEIGHT).orbit(0.7, -0.2),
                    WIDTH,
                    HEIGHT);
            return sample.request(near, path(sample), WIDTH, HEIGHT);
        }
    },
    CITY(MapTheme.LIGHT) {
        @Override
        FrameRequest request(Sample sample) {
            City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.FAN_IN);
            return sample.cityRequest(city, CityFraming.whole(city, WIDTH, HEIGHT), Focus.none(), WIDTH, HEIGHT);
        }
    },
    CITY_FOCUS(MapTheme.DARK) {
        @Override
        FrameRequest request(Sample sample) {
            City city = City.of(sample.scene(), SizeBy.LINES, SizeBy.FAN_IN);
            Camera near = CityFraming.whole(city, WIDTH, HEIGHT).approach(0.75);
            return sample.cityRequest(city, near, sample.focusOnBusiest(), WIDTH, HEIGHT);
        }
    };

    static final int WIDTH = 480;
    static final int HEIGHT = 300;

    private final MapTheme theme;

    Shot(MapTheme theme) {
        this.theme = theme;
    }

    abstract FrameRequest request(Sample sample);

    FrameRequest request() {
        return request(Sample.ofTypes(60, theme));
    }

    /** A chain of three calls that begins at the busiest body. */
    private static Focus path(Sample sample) {
        Links links = sample.scene().links();
        for (int end = 0; end < sample.scene().bodyCount(); end++) {
            Focus path = Focus.path(sample.scene(), sample.appearance(), sample.busiest(), end);
            if (path.rays().size() == 3 && links.incomingCount(end) > 0) {
                return path;
            }
        }
        throw new AssertionError("no chain of three calls");
    }
}
