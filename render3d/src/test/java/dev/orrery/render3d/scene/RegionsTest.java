package dev.orrery.render3d.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.render3d.SyntheticGraph;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RegionsTest {
    private final SyntheticGraph repository = SyntheticGraph.ofTypes(900, 11);

    @Test
    void aLargeRepositoryHasEightToTwentyRegionsWithNamesOfTheirOwn() {
        Regions regions = Regions.of(repository.graph());
        assertTrue(regions.count() >= 8 && regions.count() <= 20, "regions " + regions.count());
        Set<String> names = new HashSet<>();
        for (int region = 0; region < regions.count(); region++) {
            assertTrue(names.add(regions.name(region)), "twice: " + regions.name(region));
            assertTrue(regions.files(region) > 0, "empty: " + regions.name(region));
        }
    }

    @Test
    void noRegionHoldsMostOfARepositoryThatCanBeDivided() {
        CodeGraph graph = repository.graph();
        Regions regions = Regions.of(graph);
        for (int region = 0; region < regions.count(); region++) {
            assertTrue(regions.files(region) < graph.fileCount() / 2, regions.name(region));
        }
    }

    @Test
    void aNewFileKeepsNamesAndHuesOfAllRegions() {
        Regions before = Regions.of(repository.graph());
        CodeGraph next = repository.with("org/harbour/search/Added.java", 5).graph();
        Regions after = before.following(next);
        assertEquals(before.count(), after.count());
        for (int region = 0; region < before.count(); region++) {
            assertEquals(before.name(region), after.name(region));
            assertEquals(before.hue(region), after.hue(region));
        }
        assertEquals("search", after.name(after.ofFile(next.findFile("org/harbour/search/Added.java"))));
    }

    @Test
    void aPlaceNeverSeenBeforeBelongsToSomeRegion() {
        Regions before = Regions.of(repository.graph());
        CodeGraph next = repository.with("com/elsewhere/Strange.java", 5).graph();
        Regions after = before.following(next);
        int region = after.ofFile(next.findFile("com/elsewhere/Strange.java"));
        assertTrue(region >= 0 && region < after.count());
    }

    @Test
    void aFolderHasTheRegionOfMostOfItsFiles() {
        CodeGraph graph = repository.graph();
        Regions regions = Regions.of(graph);
        int search = regions.ofFolder(graph, "org/harbour/store");
        assertEquals("store", regions.name(search));
        assertEquals(-1, regions.ofFolder(graph, "org/harb"));
    }

    @Test
    void anEmptyGraphHasOneRegionWithoutFiles() {
        Regions regions = Regions.of(CodeGraph.empty());
        assertEquals(1, regions.count());
        assertEquals(0, regions.files(0));
    }

    @Test
    void neighbouringHuesDifferInBothThemes() {
        for (Palette palette : Palette.values()) {
            for (int hue = 0; hue < 18; hue++) {
                for (int other = hue + 1; other < 18; other++) {
                    assertNotEquals(palette.region(hue), palette.region(other));
                }
            }
        }
    }
}
