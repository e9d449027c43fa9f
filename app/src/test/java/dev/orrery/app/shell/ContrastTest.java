package dev.orrery.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text can be read: at least 4.5:1 for every colour of text on every surface it stands on (WCAG 2.1, 1.4.3). */
class ContrastTest {
    private static final Pattern COLOUR = Pattern.compile("(-[a-z-]+):\\s*#([0-9a-f]{6});");
    private static final double ENOUGH = 4.5;
    private static final List<String> SURFACES = List.of(
            "-orrery-bg", "-orrery-panel", "-orrery-card", "-orrery-hover", "-orrery-selection", "-orrery-line");
    private static final List<String> TEXTS = List.of(
            "-orrery-fg", "-orrery-muted", "-orrery-accent", "-orrery-success", "-orrery-warning", "-orrery-danger");

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void everyTextCanBeReadOnEverySurface(String theme) throws IOException {
        Map<String, Integer> palette = palette(theme);
        Map<String, String> tooFaint = new TreeMap<>();
        for (String surface : SURFACES) {
            TEXTS.forEach(text -> check(palette, text, surface, tooFaint));
        }
        for (String surface : List.of("-orrery-bg", "-orrery-line", "-orrery-selection")) {
            palette.keySet().stream()
                    .filter(name -> name.startsWith("-syntax-"))
                    .forEach(text -> check(palette, text, surface, tooFaint));
        }
        check(palette, "-orrery-fg", "-orrery-mark", tooFaint);
        check(palette, "-orrery-on-accent", "-orrery-accent-bg", tooFaint);
        assertEquals(Map.of(), tooFaint);
    }

    private static void check(Map<String, Integer> palette, String text, String surface, Map<String, String> tooFaint) {
        double contrast = contrast(palette.get(text), palette.get(surface));
        if (contrast < ENOUGH) {
            tooFaint.put(text + " on " + surface, "%.2f".formatted(contrast));
        }
    }

    private static double contrast(int a, int b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> palette(String theme) throws IOException {
        try (InputStream in = ContrastTest.class.getResourceAsStream("/dev/orrery/app/theme/" + theme + ".css")) {
            assertNotNull(in);
            Matcher colour = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Integer> palette = new HashMap<>();
            while (colour.find()) {
                palette.put(colour.group(1), Integer.parseInt(colour.group(2), 16));
            }
            return palette;
        }
    }
}
