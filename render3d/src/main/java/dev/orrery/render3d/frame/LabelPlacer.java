package dev.orrery.render3d.frame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives labels their places: the important ones first, each at the first of some places around its thing that is free. A
 * label never overlaps another one, never leaves the picture, never hides a lit body; only the selection, where lit bodies
 * crowd around it, may cover some of them. What finds no place is not shown.
 */
public final class LabelPlacer {
    private static final double GAP = 4;

    private final double width;
    private final double height;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> lit = new ArrayList<>();

    /** @param taken rectangles that labels must not touch, such as a legend */
    public LabelPlacer(double width, double height, List<Box> taken) {
        this.width = width;
        this.height = height;
        this.taken.addAll(taken);
    }

    /** Keeps labels off a lit body. */
    public void keepFree(double x, double y, double radius) {
        lit.add(new Box(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    /** Keeps labels off a lit thing. */
    public void keepFree(Box box) {
        lit.add(box);
    }

    /** Places as many of the wishes as fit, in the order of their priority. */
    public List<Placed> place(List<Wish> wishes) {
        List<Placed> placed = new ArrayList<>();
        wishes.stream()
                .sorted(Comparator.comparingDouble((Wish wish) -> -wish.anchor().priority()))
                .forEach(wish -> {
                    Box box = find(wish);
                    if (box != null) {
                        taken.add(box.grown(2));
                        placed.add(new Placed(wish.anchor(), box));
                    }
                });
        return placed;
    }

    private @Nullable Box find(Wish wish) {
        List<Box> places =
                places(wish).stream().map(this::nudged).filter(this::isFree).toList();
        return places.stream()
                .filter(box -> lit.stream().noneMatch(box::overlaps))
                .findFirst()
                .or(() -> wish.anchor().kind() == Anchor.Kind.SELECTED
                        ? places.stream().findFirst()
                        : Optional.empty())
                .orElse(null);
    }

    private boolean isFree(Box box) {
        return box.inside(width, height) && taken.stream().noneMatch(box::overlaps);
    }

    /** A label may be pushed a little to stay in the picture. */
    private Box nudged(Box box) {
        double x = within(box.x(), Math.min(4, box.x() + 60), Math.max(width - box.width() - 4, box.x() - 60));
        double y = within(box.y(), Math.min(4, box.y() + 60), Math.max(height - box.height() - 4, box.y() - 60));
        return new Box(Math.round(x), Math.round(y), box.width(), box.height());
    }

    /** The lower bound wins where a picture is too small for both. */
    private static double within(double value, double low, double high) {
        return Math.max(low, Math.min(value, high));
    }

    private static List<Box> places(Wish wish) {
        Anchor a = wish.anchor();
        double w = wish.width();
        double h = wish.height();
        double middle = (a.top() + a.bottom()) / 2;
        double above = a.top() - h - GAP;
        double below = a.bottom() + GAP;
        double left = a.x() - w / 2;
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(left, above, w, h));
        switch (a.kind()) {
            case REGION -> {
                double step = Math.max(14, a.radius() * 0.3);
                for (int i = 1; i <= 3; i++) {
                    boxes.add(new Box(left, above + i * h * 0.7, w, h));
                    boxes.add(new Box(left, above - i * h * 0.7, w, h));
                    boxes.add(new Box(left - i * step, above, w, h));
                    boxes.add(new Box(left + i * step, above, w, h));
                    boxes.add(new Box(left - i * step, above + i * h * 0.6, w, h));
                    boxes.add(new Box(left + i * step, above + i * h * 0.6, w, h));
                }
            }
            case SELECTED, NEIGHBOUR, HIGHLIGHTED -> {
                boxes.add(new Box(left, below, w, h));
                boxes.add(new Box(a.x() + a.radius() + GAP, middle - h / 2, w, h));
                boxes.add(new Box(a.x() - a.radius() - GAP - w, middle - h / 2, w, h));
                boxes.add(new Box(a.x() + a.radius(), above, w, h));
                boxes.add(new Box(a.x() - a.radius() - w, above, w, h));
                boxes.add(new Box(a.x() + a.radius(), below, w, h));
                boxes.add(new Box(a.x() - a.radius() - w, below, w, h));
                boxes.add(new Box(left, above - h * 1.2, w, h));
                boxes.add(new Box(left, below + h * 1.2, w, h));
            }
            case FOLDER, FILE, TYPE, MEMBER -> {
                boxes.add(new Box(left, below, w, h));
                boxes.add(new Box(a.x() + a.radius() + GAP, middle - h / 2, w, h));
            }
        }
        return boxes;
    }

    /**
     * A label that wants a place.
     *
     * @param anchor what it names, in the unit of the picture's size
     * @param width how wide the label is
     * @param height how high the label is
     */
    public record Wish(Anchor anchor, double width, double height) {}

    /**
     * A label and its place.
     *
     * @param anchor what it names
     * @param box where it stands
     */
    public record Placed(Anchor anchor, Box box) {}
}
