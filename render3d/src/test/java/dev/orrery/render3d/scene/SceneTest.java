package dev.orrery.render3d.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;
import dev.orrery.render3d.SyntheticGraph;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SceneTest {
    private final CodeGraph graph = SyntheticGraph.ofTypes(300, 5).graph();
    private final Scene scene = Scene.of(graph);

    @Test
    void everyTypeAndCallableHasABody() {
        for (int symbol = 0; symbol < graph.symbolCount(); symbol++) {
            int body = scene.body(symbol);
            assertTrue(body >= 0);
            assertEquals(symbol, scene.symbol(body));
            assertEquals(body, scene.body(graph.key(symbol)));
        }
    }

    @Test
    void bodiesClustersAndRegionsNestWithoutGaps() {
        int body = 0;
        for (int region = 0; region < scene.regionCount(); region++) {
            for (int cluster = scene.firstCluster(region); cluster < scene.endCluster(region); cluster++) {
                assertEquals(region, scene.clusterRegion(cluster));
                assertEquals(body, scene.firstBody(cluster));
                for (; body < scene.endBody(cluster); body++) {
                    assertEquals(cluster, scene.cluster(body));
                }
            }
        }
        assertEquals(scene.bodyCount(), body);
    }

    @Test
    void theTypeIsTheFirstBodyOfItsCluster() {
        for (int cluster = 0; cluster < scene.clusterCount(); cluster++) {
            assertTrue(scene.hasHub(cluster));
            assertTrue(graph.kind(scene.symbol(scene.firstBody(cluster))).isType());
        }
    }

    @Test
    void everyResolvedCallIsCountedInALinkOfItsEnds() {
        assertEquals(graph.callCount(), scene.calls());
        assertEquals(scene.calls(), total(scene.links()));
        int across = 0;
        int far = 0;
        for (int call = 0; call < graph.callCount(); call++) {
            int from = scene.body(graph.caller(call));
            int to = scene.body(graph.callee(call));
            across += scene.cluster(from) == scene.cluster(to) ? 0 : 1;
            far += scene.region(from) == scene.region(to) ? 0 : 1;
        }
        assertEquals(across, total(scene.clusterLinks()));
        assertEquals(far, total(scene.regionLinks()));
    }

    @Test
    void incomingLinksAreTheOutgoingOnesSeenFromTheOtherEnd() {
        Links links = scene.links();
        for (int body = 0; body < scene.bodyCount(); body++) {
            for (int i = 0; i < links.incomingCount(body); i++) {
                assertEquals(body, links.to(links.incoming(body, i)));
            }
            for (int link = links.first(body); link < links.end(body); link++) {
                assertEquals(body, links.from(link));
            }
        }
    }

    @Test
    void aFilterHidesCallsOfOtherResolutions() {
        MapFilter exact = MapFilter.all().withResolutions(EnumSet.of(Resolution.EXACT));
        Appearance shown = Appearance.of(scene, ColourBy.REGION, SizeBy.LINES, exact, MapTheme.DARK);
        assertTrue(shown.links().size() > 0);
        for (int link = 0; link < shown.links().size(); link++) {
            assertEquals(Resolution.EXACT, shown.links().resolution(link));
        }
        assertTrue(total(shown.regionLinks()) < total(scene.regionLinks()));
    }

    @Test
    void aFilterHidesKindsAndFolders() {
        MapFilter methods =
                MapFilter.all().withKinds(EnumSet.of(SymbolKind.METHOD)).withFolder("org/harbour/search");
        Appearance shown = Appearance.of(scene, ColourBy.KIND, SizeBy.FAN_IN, methods, MapTheme.DARK);
        int visible = 0;
        for (int body = 0; body < scene.bodyCount(); body++) {
            if (shown.visible(body)) {
                visible++;
                assertEquals(SymbolKind.METHOD, graph.kind(scene.symbol(body)));
                assertTrue(graph.path(graph.file(scene.symbol(body))).startsWith("org/harbour/search/"));
            }
        }
        assertTrue(visible > 0);
        assertFalse(methods.covers("org/harbour/searching/Other.java"));
    }

    @Test
    void fingerprintsSurviveALaterGraph() {
        CodeGraph next =
                SyntheticGraph.ofTypes(300, 5).with("aaa/First.java", 4).graph();
        Scene later = scene.following(next);
        for (int body = 0; body < scene.bodyCount(); body++) {
            int again = later.body(graph.key(scene.symbol(body)));
            assertEquals(scene.bodyKey(body), later.bodyKey(again));
        }
    }

    private static int total(Links links) {
        int total = 0;
        for (int link = 0; link < links.size(); link++) {
            total += links.count(link);
        }
        return total;
    }
}
