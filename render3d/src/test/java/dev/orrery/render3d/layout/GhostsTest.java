package dev.orrery.render3d.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Ghost;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.render3d.SyntheticGraph;
import dev.orrery.render3d.frame.Focus;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.GhostGraph;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapTheme;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SizeBy;
import dev.orrery.render3d.scene.SymbolLayer;
import dev.orrery.render3d.scene.SymbolState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Files and methods are taken out of a repository at random and come back as ghosts. */
class GhostsTest {
    private final long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
    private final SyntheticGraph repository = SyntheticGraph.ofTypes(120, seed);
    private final CodeGraph before = repository.graph();
    private final CodeGraph after = thinned();
    private final List<Ghost> ghosts = ghosts(before, after);
    private final GhostGraph haunted = GhostGraph.of(after, ghosts);

    private CodeGraph thinned() {
        Random random = new Random(seed);
        SyntheticGraph thin = repository;
        for (String path : repository.paths()) {
            int dice = random.nextInt(6);
            if (dice == 0) {
                thin = thin.without(path);
            } else if (dice == 1) {
                thin = thin.with(path, random.nextInt(1 + thin.methods(path)));
            }
        }
        return thin.graph();
    }

    private static List<Ghost> ghosts(CodeGraph before, CodeGraph after) {
        List<Ghost> ghosts = new ArrayList<>();
        for (int symbol = 0; symbol < before.symbolCount(); symbol++) {
            SymbolKey key = before.key(symbol);
            if (after.find(key) < 0) {
                int parent = before.parent(symbol);
                ghosts.add(new Ghost(
                        key,
                        parent < 0 ? null : before.key(parent),
                        before.packageName(before.file(symbol)),
                        before.startLine(symbol),
                        before.endLine(symbol),
                        before.modifiers(symbol)));
            }
        }
        return ghosts;
    }

    @Test
    void aGraphWithItsGhostsHasTheKeysOfBoth() {
        assertTrue(!ghosts.isEmpty(), "seed " + seed);
        CodeGraph graph = haunted.graph();
        assertEquals(after.symbolCount() + ghosts.size(), graph.symbolCount());
        for (int symbol = 0; symbol < after.symbolCount(); symbol++) {
            assertEquals(after.key(symbol), graph.key(haunted.symbol(symbol)), "seed " + seed);
            assertEquals(after.incomingCount(symbol), graph.incomingCount(haunted.symbol(symbol)));
        }
        for (int ghost = 0; ghost < ghosts.size(); ghost++) {
            assertEquals(ghosts.get(ghost).key(), graph.key(haunted.ghost(ghost)), "seed " + seed);
        }
        for (int symbol = 0; symbol < after.symbolCount(); symbol++) {
            List<SymbolKey> callees = callees(after, symbol);
            assertEquals(callees, callees(graph, haunted.symbol(symbol)), "seed " + seed);
        }
    }

    private static List<SymbolKey> callees(CodeGraph graph, int caller) {
        List<SymbolKey> callees = new ArrayList<>();
        for (int call = graph.firstCall(caller); call < graph.endCall(caller); call++) {
            if (graph.callee(call) >= 0) {
                callees.add(graph.key(graph.callee(call)));
            }
        }
        return callees;
    }

    @Test
    void ghostsMoveNothingAndLieOnNothing() {
        Scene scene = Scene.of(after);
        Layout layout = Layout.of(scene);
        Layout with = layout.following(scene.following(haunted.graph()));
        Scene shown = with.scene();
        Map<SymbolKey, Integer> places = new HashMap<>();
        for (int body = 0; body < scene.bodyCount(); body++) {
            places.put(after.key(scene.symbol(body)), body);
        }
        for (int body = 0; body < shown.bodyCount(); body++) {
            Integer was = places.get(shown.graph().key(shown.symbol(body)));
            if (was != null) {
                assertEquals(layout.bodies().x(was), with.bodies().x(body), "seed " + seed);
                assertEquals(layout.bodies().y(was), with.bodies().y(body), "seed " + seed);
                assertEquals(layout.bodies().z(was), with.bodies().z(body), "seed " + seed);
            }
        }
        for (int cluster = 0; cluster < shown.clusterCount(); cluster++) {
            for (int a = shown.firstBody(cluster); a < shown.endBody(cluster); a++) {
                for (int b = a + 1; b < shown.endBody(cluster); b++) {
                    assertTrue(with.bodies().distance(a, b) > 0.05, "seed " + seed + ": " + shown.title(a));
                }
            }
        }
    }

    @Test
    void aLayerIsCountedColouredAndLit() {
        CodeGraph graph = haunted.graph();
        byte[] states = new byte[graph.symbolCount()];
        for (int ghost = 0; ghost < ghosts.size(); ghost++) {
            states[haunted.ghost(ghost)] = (byte) SymbolState.REMOVED.ordinal();
        }
        states[haunted.symbol(0)] = (byte) SymbolState.ABSENT.ordinal();
        SymbolLayer layer = SymbolLayer.of(graph, states, new BitSet(), UserMessage.of("test"), List.of());
        assertEquals(ghosts.size(), layer.count(SymbolState.REMOVED));
        Scene scene = Scene.of(graph);
        Appearance plain = Appearance.of(scene, ColourBy.REGION, SizeBy.LINES, MapFilter.all(), MapTheme.DARK);
        assertSame(plain, plain.under(scene, SymbolLayer.NONE));
        Appearance under = plain.under(scene, layer);
        Focus told = Focus.told(scene, under);
        for (int body = 0; body < scene.bodyCount(); body++) {
            SymbolState state = layer.state(scene.symbol(body));
            assertEquals(state != SymbolState.ABSENT, under.visible(body));
            assertEquals(Palette.DARK.state(under.state(body)), under.colour(body));
            assertEquals(under.state(body).isTold(), told.role(body) == Focus.Role.HIGHLIGHTED, "seed " + seed);
        }
        int regions = 0;
        for (int region = 0; region < scene.regionCount(); region++) {
            regions += under.layer().inRegion(region, SymbolState.REMOVED);
        }
        assertEquals(
                Arrays.stream(under.layer().told())
                        .filter(body -> under.state(body) == SymbolState.REMOVED)
                        .count(),
                regions);
    }
}
