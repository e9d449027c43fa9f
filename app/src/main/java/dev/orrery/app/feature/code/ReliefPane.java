package dev.orrery.app.feature.code;

import dev.orrery.api.OutlineItem;
import java.util.List;
import java.util.function.DoubleConsumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/**
 * The open file as a relief beside its text: declarations are terraces, raised by how deep they nest and coloured by kind, the
 * text on them is drawn small, and a box shows what the text area shows. A file too long for that moves under the box; the marks on the edge stand
 * for the whole file. Dragging the box scrolls; a click beside it goes there. The outline is its twin for the keyboard. FX thread only.
 */
final class ReliefPane extends ReliefColors {
    static final double WIDTH = 112;
    /** Height of a line where the file is short enough. */
    private static final double TALLEST = 3;
    /** Height of a line where it is not. */
    private static final double LEAST = 1.5;

    private static final double MARGIN = 6;
    private static final double MARKS = 10;
    /** How far a slab stands above the one below it, up and to the left. */
    private static final double STEP = 1.5;

    private final Canvas canvas = new Canvas();
    private final Region box = new Region();
    private final Tooltip tip = new Tooltip();
    private @Nullable Relief relief;
    private List<ReliefMark> marks = List.of();
    private double first;
    private double shown;
    private DoubleConsumer scroll = share -> {};
    private double grip = Double.NaN;

    ReliefPane() {
        getStyleClass().add("relief");
        box.getStyleClass().add("relief-view");
        box.setMouseTransparent(true);
        box.setManaged(false);
        canvas.setManaged(false);
        getChildren().addAll(canvas, box);
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        onColors(this::paint);
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(event -> grip = Double.NaN);
        setOnMouseMoved(this::name);
        Tooltip.install(this, tip);
    }

    /** Hears where to scroll to: 0 is the file's start, 1 its end. */
    void onScroll(DoubleConsumer listener) {
        this.scroll = listener;
    }

    /** Shows a file, or nothing. */
    void show(@Nullable Relief shown) {
        relief = shown;
        paint();
        placeBox();
    }

    void mark(List<ReliefMark> marked) {
        marks = marked;
        paint();
    }

    /** What the text area shows: the 0-based line at its top, and how many lines; both may end within a line. */
    void view(double firstLine, double lines) {
        boolean moves = offset() != offset(firstLine, lines);
        first = firstLine;
        shown = lines;
        if (moves) {
            paint();
        }
        placeBox();
    }

    private int lineCount() {
        return relief == null ? 1 : relief.lineCount();
    }

    private double inner() {
        return Math.max(1, getHeight() - 2 * MARGIN);
    }

    private double pitch() {
        return Math.clamp(inner() / lineCount(), LEAST, TALLEST);
    }

    private double offset() {
        return offset(first, shown);
    }

    /** How far a file that is too long is moved up: as far as the text is. */
    private double offset(double firstLine, double lines) {
        double hidden = Math.max(0, lineCount() * pitch() - inner());
        return hidden * share(firstLine, lines);
    }

    private double share(double firstLine, double lines) {
        double rest = lineCount() - lines;
        return rest <= 0 ? 0 : Math.clamp(firstLine / rest, 0, 1);
    }

    private int lineAt(double y) {
        return Math.clamp((long) ((y - MARGIN + offset()) / pitch()), 0, lineCount() - 1);
    }

    private double top(double line) {
        return MARGIN + line * pitch() - offset();
    }

    private void pressed(MouseEvent event) {
        boolean inside = event.getY() >= box.getLayoutY() && event.getY() <= box.getLayoutY() + box.getHeight();
        grip = inside ? event.getY() - box.getLayoutY() : box.getHeight() / 2;
        if (!inside) {
            double rest = lineCount() - shown;
            scroll.accept(rest <= 0 ? 0 : Math.clamp((lineAt(event.getY()) - shown / 2) / rest, 0, 1));
        }
    }

    /** The box reaches the end of its way where the text reaches its end. */
    private void dragged(MouseEvent event) {
        double way = Math.min(inner(), lineCount() * pitch()) - box.getHeight();
        if (!Double.isNaN(grip) && way > 0) {
            scroll.accept(Math.clamp((event.getY() - grip - MARGIN) / way, 0, 1));
        }
    }

    private void name(MouseEvent event) {
        Relief.Slab slab = relief == null ? null : relief.at(lineAt(event.getY()));
        OutlineItem item = slab == null ? null : slab.item();
        tip.setText(item == null ? Integer.toString(lineAt(event.getY()) + 1) : item.name() + "  " + item.line());
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            paint();
        }
        placeBox();
    }

    private void placeBox() {
        box.setVisible(relief != null && shown > 0);
        double height = Math.max(8, shown * pitch());
        double room = Math.min(inner(), lineCount() * pitch()) - height;
        box.resizeRelocate(1, MARGIN + Math.max(0, room) * share(first, shown), getWidth() - 2, height);
    }

    private void paint() {
        GraphicsContext to = canvas.getGraphicsContext2D();
        to.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Relief file = relief;
        if (file == null || getHeight() <= 2 * MARGIN) {
            return;
        }
        double left = MARGIN + STEP * Relief.DEEPEST / 2;
        double right = getWidth() - MARKS;
        double scale = (right - left) / Relief.COLUMNS;
        int start = lineAt(0);
        int end = lineAt(getHeight());
        for (Relief.Slab slab : file.slabs()) {
            if (slab.last() >= start && slab.first() <= end) {
                paintSlab(to, slab, left + scale * file.from(slab.first()), right);
            }
        }
        for (int line = start; line <= end; line++) {
            if (file.to(line) > file.from(line)) {
                double lift = STEP * Math.max(0, file.depth(line) - 1) / 2;
                to.setFill(of(file.tone(line)).deriveColor(0, 1, 1, 0.75));
                to.fillRect(
                        left + file.from(line) * scale - lift,
                        top(line) - lift,
                        (file.to(line) - file.from(line)) * scale,
                        Math.clamp(pitch() - 1, 1, 2));
            }
        }
        double whole = Math.min(inner(), lineCount() * pitch());
        for (ReliefMark mark : marks) {
            if (mark.line() >= 0 && mark.line() < file.lineCount()) {
                to.setFill(of(mark.kind()));
                to.fillRect(
                        right + 3, MARGIN + whole * mark.line() / file.lineCount(), MARKS - 4, Math.max(2, pitch()));
            }
        }
    }

    /** A terrace: its shadow below and to the right, its face, and a lit edge above and to the left. */
    private void paintSlab(GraphicsContext to, Relief.Slab slab, double left, double right) {
        double lift = STEP * slab.depth() / 2;
        double x = left - lift - 2;
        double y = top(slab.first()) - lift;
        double width = Math.max(4, right - STEP * slab.depth() - x);
        double height = (slab.last() - slab.first() + 1) * pitch();
        Color tone = of(Relief.Tone.of(slab.item().kind()));
        if (height > 3) {
            to.setFill(shadow());
            to.fillRect(x + STEP, y + STEP, width, height);
        }
        to.setFill(tone.deriveColor(0, 1, 1, 0.07 + 0.04 * slab.depth()));
        to.fillRect(x, y, width, height);
        to.setFill(tone.deriveColor(0, 1, 1, 0.35));
        to.fillRect(x, y, 1, height);
        if (height > 3) {
            to.fillRect(x, y, width, 0.8);
        }
    }
}
