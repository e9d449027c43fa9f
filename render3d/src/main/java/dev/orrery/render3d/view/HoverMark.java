package dev.orrery.render3d.view;

import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Spotting;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** A ring around the body under the pointer, and its name; drawn over the picture, so that no new one is needed. */
final class HoverMark extends Pane {
    private final Circle ring = new Circle();
    private final Chip chip = new Chip();

    HoverMark() {
        setManaged(false);
        setMouseTransparent(true);
        ring.setManaged(false);
        ring.setFill(Color.TRANSPARENT);
        ring.setStrokeWidth(1.5);
        getChildren().addAll(ring, chip);
        clear();
    }

    void show(FrameRequest request, int body) {
        double[] spot = Spotting.locate(request, body);
        if (spot.length == 0) {
            clear();
            return;
        }
        LabelStyle style = LabelStyle.of(request.appearance().theme());
        double x = spot[0] / request.scale();
        double y = spot[1] / request.scale();
        double radius = Math.max(3, spot[2] / request.scale()) + 3;
        ring.setCenterX(x);
        ring.setCenterY(y);
        ring.setRadius(radius);
        ring.setStroke(style.text);
        int symbol = request.scene().symbol(body);
        int callers = request.scene().graph().incomingCount(symbol);
        chip.say(request.scene().title(body), LabelFont.STRONG, style.text, callers == 0 ? "" : "← " + callers, style);
        double width = request.width() / request.scale();
        double left = Math.clamp(x - chip.wide() / 2, 4, Math.max(4, width - chip.wide() - 4));
        double top = y - radius - chip.high() - 6;
        chip.standAt(new Box(Math.round(left), Math.round(top < 4 ? y + radius + 6 : top), chip.wide(), chip.high()));
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }
}
