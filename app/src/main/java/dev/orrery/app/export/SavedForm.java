package dev.orrery.app.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms in which what the map shows can be kept, told by the file's ending. */
public enum SavedForm {
    /** The map as it is on the screen. */
    PNG,
    /** The view as a drawing. */
    SVG,
    /** Everything on the map as a model in space, binary glTF. */
    GLB,
    /** The whole call graph. */
    GRAPHML,
    /** The whole call graph for Graphviz. */
    DOT;

    /** The ending without its dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form that a file's name asks for; none where it asks for something else. */
    public static Optional<SavedForm> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(form -> lower.endsWith("." + form.ending()))
                .findFirst();
    }
}
