package dev.orrery.render3d.view;

import dev.orrery.api.CodeGraph;
import dev.orrery.base.Messages;
import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Faces;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Spotting;
import dev.orrery.render3d.scene.Measures;
import dev.orrery.render3d.scene.SizeBy;
import dev.orrery.render3d.scene.SymbolState;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;

/** A ring around the body under the pointer, and its name; drawn over the picture, so that no new one is needed. */
final class HoverMark extends Pane {
    private final Circle ring = new Circle();
    private final Polygon roof = new Polygon();
    private final Chip chip = new Chip();

    HoverMark() {
        setManaged(false);
        setMouseTransparent(true);
        ring.setManaged(false);
        ring.setFill(Color.TRANSPARENT);
        ring.setStrokeWidth(1.5);
        roof.setManaged(false);
        roof.setFill(Color.TRANSPARENT);
        roof.setStrokeWidth(1.5);
        getChildren().addAll(ring, roof, chip);
        clear();
    }

    /** Marks a body, or in a city also a file. */
    void show(FrameRequest request, int owner) {
        City city = request.passage().city();
        ring.setVisible(city == null);
        roof.setVisible(city != null);
        if (city == null) {
            ring(request, owner);
        } else {
            roof(request, city, owner);
        }
    }

    private void roof(FrameRequest request, City city, int owner) {
        double[] corners = Spotting.roof(request, city, owner);
        if (corners.length == 0) {
            clear();
            return;
        }
        LabelStyle style = LabelStyle.of(request.appearance().theme());
        double x = 0;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        roof.getPoints().clear();
        for (int i = 0; i < corners.length; i += 2) {
            roof.getPoints().addAll(corners[i] / request.scale(), corners[i + 1] / request.scale());
            x += corners[i] / request.scale() / 4;
            top = Math.min(top, corners[i + 1] / request.scale());
            bottom = Math.max(bottom, corners[i + 1] / request.scale());
        }
        roof.setStroke(style.text);
        int file = Faces.fileOf(owner);
        if (file < 0) {
            name(request, owner, style);
        } else {
            CodeGraph graph = request.scene().graph();
            String facts = Messages.current()
                    .text("render3d.city.file", graph.lines(file), (int) Measures.ofFile(graph, file, SizeBy.FAN_IN));
            chip.say(LabelLayer.fileName(request.scene(), file), LabelFont.STRONG, style.text, facts, style);
        }
        stand(request, x, top, bottom);
    }

    private void ring(FrameRequest request, int body) {
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
        name(request, body, style);
        stand(request, x, y - radius, y + radius);
    }

    private void name(FrameRequest request, int body, LabelStyle style) {
        int symbol = request.scene().symbol(body);
        int callers = request.scene().graph().incomingCount(symbol);
        SymbolState state = request.appearance().state(body);
        String facts = state.isTold()
                ? state.sign() + " " + Messages.current().text(LayerLegend.key(state))
                : callers == 0 ? "" : "← " + callers;
        chip.say(request.scene().title(body), LabelFont.STRONG, style.text, facts, style);
    }

    private void stand(FrameRequest request, double x, double upper, double lower) {
        double width = request.width() / request.scale();
        double left = Math.clamp(x - chip.wide() / 2, 4, Math.max(4, width - chip.wide() - 4));
        double top = upper - chip.high() - 6;
        chip.standAt(new Box(Math.round(left), Math.round(top < 4 ? lower + 6 : top), chip.wide(), chip.high()));
        setVisible(true);
    }

    void clear() {
        setVisible(false);
    }
}
