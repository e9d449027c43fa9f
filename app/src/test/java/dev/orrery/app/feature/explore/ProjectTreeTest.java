package dev.orrery.app.feature.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.app.session.FakeIndex;
import dev.orrery.app.session.GraphView;
import dev.orrery.app.session.Samples;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectTreeTest {
    private final GraphView view = GraphView.of(Samples.graph());

    private static void print(ProjectNode node, String indent, List<String> lines) {
        for (ProjectNode child : node.children()) {
            lines.add(indent + child.label() + " " + child.count());
            print(child, indent + "  ", lines);
        }
    }

    private List<String> lines(TreeFilter filter) {
        List<String> lines = new ArrayList<>();
        print(ProjectTree.of(view, filter), "", lines);
        return lines;
    }

    @Test
    void lonelyFoldersJoinAndTheTypeAFileIsNamedAfterIsTheFile() {
        assertEquals(
                List.of(
                        "core 4",
                        "  src/shop 3",
                        "    order 2",
                        "      OrderService.java 2",
                        "        place 1",
                        "        cancel 0",
                        "    store 1",
                        "      OrderStore.java 1",
                        "        save 3",
                        "  test/shop/order 1",
                        "    OrderServiceTest.java 1",
                        "      places 0"),
                lines(TreeFilter.ALL));
    }

    @Test
    void aFilterKeepsFilesByPathOrByWhatTheyDeclare() {
        assertEquals(
                List.of("core/src/shop/store 1", "  OrderStore.java 1", "    save 3"),
                lines(new TreeFilter("SAVE", Set.of(TreeFilter.Shown.TESTS))));
    }

    @Test
    void testsCanBeLeftOut() {
        assertEquals(
                List.of("core/src/shop 3"),
                lines(new TreeFilter("", Set.of())).stream().limit(1).toList());
    }

    @Test
    void thePathToASymbolNamesEveryRowAbove() {
        Threads threads = Threads.direct();
        Session session = new Session(new FakeIndex(Path.of("/repo"), Samples.graph()), threads, new Tasks(threads));
        ProjectTreeViewModel model = new ProjectTreeViewModel(session, threads);
        session.refresh();
        List<String> path = model.pathTo(Samples.key(session.graph(), "OrderStore.save"));
        assertEquals(List.of("core", "core/src/shop", "core/src/shop/store", Samples.STORE), path.subList(0, 4));
        assertEquals(5, path.size());
    }
}
