package dev.orrery.render3d.view;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.SyntheticGraph;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.Spotting;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * A process of its own that shows a map in a real window with the renderer named on the command line and picks bodies in
 * it. Its exit status is 0 where the right renderer came up and 2,000 bodies were asked for and found.
 */
public final class WindowProbe {
    private static final int BODIES = 2000;

    private WindowProbe() {}

    public static void main(String[] arguments) throws Exception {
        RendererChoice choice = RendererChoice.valueOf(arguments[0]);
        CodeGraph graph = SyntheticGraph.ofTypes(240, 4).graph();
        CompletableFuture<CodeMap> shown = new CompletableFuture<>();
        Platform.startup(() -> open(choice, graph, shown));
        CodeMap map = shown.get(120, TimeUnit.SECONDS);
        CompletableFuture<Integer> wrong = new CompletableFuture<>();
        Platform.runLater(() -> wrong.complete(map.renderer().renderer() == choice ? misses(map) : -1));
        int misses = wrong.get(120, TimeUnit.SECONDS);
        Runtime.getRuntime().halt(misses == 0 ? 0 : misses < 0 ? 3 : 4);
    }

    private static void open(RendererChoice choice, CodeGraph graph, CompletableFuture<CodeMap> shown) {
        CodeMap map = CodeMap.create(choice);
        Stage stage = new Stage();
        stage.setScene(new Scene(new StackPane(map.node()), 1000, 700));
        stage.show();
        map.show(graph);
        map.settled().thenRun(() -> shown.complete(map)).exceptionally(failed -> {
            shown.completeExceptionally(failed);
            return null;
        });
    }

    /** How many bodies' middles do not find that body, or one that lies over it. */
    private static int misses(CodeMap map) {
        MapPane pane = (MapPane) map.node();
        FrameRequest request = pane.shownRequest();
        if (request == null || request.scene().bodyCount() < BODIES) {
            return BODIES;
        }
        int misses = 0;
        for (int body = 0; body < BODIES; body++) {
            double[] spot = Spotting.locate(request, body);
            int found = pane.pick(spot[0], spot[1]);
            if (found < 0 || found != body && !covers(request, found, spot)) {
                misses++;
            }
        }
        return misses;
    }

    private static boolean covers(FrameRequest request, int found, double[] spot) {
        double[] other = Spotting.locate(request, found);
        return Math.hypot(other[0] - spot[0], other[1] - spot[1]) <= Math.max(other[2], 0.7) + 1e-3;
    }
}
