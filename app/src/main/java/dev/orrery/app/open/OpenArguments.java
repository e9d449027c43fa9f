package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Room;
import dev.orrery.app.settings.ThemeChoice;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.view.RendererChoice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of the options of {@code open}; a wrong one is a sentence that names the right ones. */
final class OpenArguments {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})[xX×](\\d{3,4})");

    private OpenArguments() {}

    /** Width and height of the window's contents. */
    record Size(int width, int height) {}

    static Room room(String name) throws OrreryException {
        return switch (name) {
            case "explore", "city" -> Room.EXPLORE;
            case "search" -> Room.SEARCH;
            case "code" -> Room.CODE;
            case "models" -> Room.MODELS;
            case "activity" -> Room.ACTIVITY;
            default -> throw wrong("app.open.view.unknown", name);
        };
    }

    /** The scene of the map that a view is; none where it is another room. */
    static Optional<MapScene> scene(String view) {
        return switch (view) {
            case "explore" -> Optional.of(MapScene.GALAXY);
            case "city" -> Optional.of(MapScene.CITY);
            default -> Optional.empty();
        };
    }

    static ThemeChoice theme(String name) throws OrreryException {
        return switch (name) {
            case "dark" -> ThemeChoice.DARK;
            case "light" -> ThemeChoice.LIGHT;
            default -> throw wrong("app.open.theme.unknown", name);
        };
    }

    static ColourBy colour(String name) throws OrreryException {
        for (ColourBy colour : ColourBy.values()) {
            if (colour.name().toLowerCase(Locale.ROOT).equals(name)) {
                return colour;
            }
        }
        throw wrong("app.open.colour.unknown", name);
    }

    /** The last second of a day, as here; since 1970. */
    static long endOf(String day) throws OrreryException {
        try {
            return LocalDate.parse(day)
                            .plusDays(1)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toEpochSecond()
                    - 1;
        } catch (DateTimeException noDate) {
            throw wrong("app.open.at.unknown", day);
        }
    }

    static RendererChoice renderer(String name) throws OrreryException {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "gl" -> RendererChoice.GL;
            case "fxyz" -> RendererChoice.FXYZ;
            case "2d" -> RendererChoice.FLAT;
            default -> throw wrong("app.open.renderer.unknown", name);
        };
    }

    static Size size(String text) throws OrreryException {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw wrong("app.open.size.unknown", text);
        }
        return new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    private static OrreryException wrong(String key, String given) {
        return new OrreryException(UserMessage.of(key, given));
    }
}
