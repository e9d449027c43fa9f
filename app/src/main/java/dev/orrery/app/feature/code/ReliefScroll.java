package dev.orrery.app.feature.code;

import dev.orrery.api.OutlineItem;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import jfx.incubator.scene.control.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** Joins one file's relief to its text: what is shown, where it stands, and scrolling both ways. */
final class ReliefScroll {
    /** Narrower than this, the text needs the room. */
    private static final double LEAST_WIDTH = 480;

    private final CodeViewModel model;
    private final OpenFile file;
    private final CodeArea area;
    private final ReliefPane relief = new ReliefPane();
    private final BorderPane both = new BorderPane();
    private @Nullable ScrollBar bar;
    private Runnable view = () -> {};

    ReliefScroll(CodeViewModel model, OpenFile file, CodeArea area) {
        this.model = model;
        this.file = file;
        this.area = area;
        both.setRight(relief);
        relief.managedProperty().bind(both.widthProperty().greaterThan(LEAST_WIDTH));
        relief.visibleProperty().bind(relief.managedProperty());
        relief.onScroll(this::scrollTo);
        area.layoutBoundsProperty().addListener((property, before, now) -> Platform.runLater(this::follow));
        area.caretPositionProperty().addListener((property, before, now) -> Platform.runLater(this::follow));
        model.outline().addListener((ListChangeListener<OutlineItem>) change -> refresh());
        model.currentProperty().subscribe(current -> refresh());
        model.marksProperty().subscribe(marks -> {
            if (model.currentProperty().get() == file) {
                relief.mark(marks);
            }
        });
    }

    /** Hears when other lines came into view, or the same ones stand elsewhere. */
    void onView(Runnable listener) {
        view = listener;
    }

    /** The text, what lies over it and in its corner, and its relief on the right. */
    Node beside(Node overlay, Node corner) {
        StackPane.setAlignment(corner, Pos.TOP_RIGHT);
        StackPane.setMargin(corner, new Insets(4, 20, 0, 0));
        both.setCenter(new StackPane(area, overlay, corner));
        refresh();
        return both;
    }

    private void refresh() {
        if (model.currentProperty().get() == file && file.contentProperty().get() instanceof Content.Shown shown) {
            relief.show(Relief.of(shown.draft().buffer(), model.outline()));
            Platform.runLater(this::follow);
        }
    }

    private void follow() {
        ScrollBar found = scrollBar();
        if (found == null || area.getModel() == null) {
            return;
        }
        double range = found.getMax() - found.getMin();
        int count = area.getParagraphCount();
        double shown = Math.min(1, found.getVisibleAmount() / range) * count;
        double top = (found.getValue() - found.getMin()) / range * (count - shown);
        relief.view(top, shown);
        view.run();
    }

    /** The control has no way to be scrolled but its bar, which is there once the skin is. */
    private @Nullable ScrollBar scrollBar() {
        if (bar == null) {
            for (Node node : area.lookupAll(".scroll-bar")) {
                if (node instanceof ScrollBar found && found.getOrientation() == Orientation.VERTICAL) {
                    bar = found;
                    found.valueProperty().addListener((property, before, now) -> follow());
                    found.visibleAmountProperty().addListener((property, before, now) -> follow());
                }
            }
        }
        return bar;
    }

    private void scrollTo(double share) {
        ScrollBar found = scrollBar();
        if (found != null) {
            found.setValue(found.getMin() + (found.getMax() - found.getMin()) * share);
        }
    }
}
