package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.SymbolKind;
import dev.orrery.api.UserMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SessionTest {
    private final Threads threads = Threads.direct();
    private final Tasks tasks = new Tasks(threads);
    private final CodeGraph first = Samples.graph();
    private final FakeIndex index = new FakeIndex(Path.of("/repo"), first);
    private final Session session = new Session(index, threads, tasks);

    @Test
    void refreshPublishesTheGraphWatchesAndReportsProblems() {
        index.problems.add(UserMessage.of("app.code.vanished", "x"));
        session.refresh();
        assertEquals(Session.Phase.READY, session.phaseProperty().get());
        assertEquals(first, session.graph());
        assertTrue(index.watching);
        assertEquals(1, session.problems().size());
        assertEquals(
                new GraphSummary(3, 4, 4, 3, 1, 0, 1), session.summaryProperty().get());
    }

    @Test
    void whatIsKnownIsShownAtOnceAndTheRestWaitsForItsPicture() {
        CompletableFuture<Void> picture = new CompletableFuture<>();
        Session known = new Session(index, threads, tasks, GraphView.of(first));
        known.goFirst(() -> picture);
        known.refresh();
        assertEquals(first, known.graph());
        assertEquals(Session.Phase.INDEXING, known.phaseProperty().get());
        assertFalse(index.watching);
        picture.complete(null);
        assertEquals(Session.Phase.READY, known.phaseProperty().get());
        assertTrue(index.watching);
    }

    @Test
    void aProblemThatComesWithoutANewGraphIsShown() {
        session.refresh();
        index.trouble(UserMessage.of("app.code.vanished", "x"));
        assertEquals(1, session.problems().size());
    }

    @Test
    void selectionSurvivesANewGraph() {
        session.refresh();
        SymbolKey key = Samples.key(first, "OrderService.cancel");
        session.selectedProperty().set(key);
        index.publish(Samples.builder().build(2), Set.of(Samples.SERVICE));
        assertEquals(key, session.selectedProperty().get());
    }

    @Test
    void aSymbolThatIsGoneGivesItsSelectionToWhatEnclosedIt() {
        session.refresh();
        session.selectedProperty().set(Samples.key(first, "OrderService.cancel"));
        CodeGraph second = new GraphBuilder()
                .file(Samples.SERVICE, "shop.order", 10)
                .symbol(Samples.SERVICE, "OrderService", SymbolKind.CLASS, "", 3, 10)
                .build(2);
        index.publish(second, Set.of(Samples.SERVICE));
        assertEquals(
                Samples.key(second, "OrderService"), session.selectedProperty().get());
    }

    @Test
    void aFileThatIsGoneTakesItsSelectionAlong() {
        session.refresh();
        session.selectedProperty().set(Samples.key(first, "OrderStore.save"));
        index.publish(new GraphBuilder().file("a.java", "", 1).build(2), Set.of(Samples.STORE));
        assertNull(session.selectedProperty().get());
    }

    @Test
    void deltasReachListenersOnceInOrderAndOldOnesNotAtAll() {
        session.refresh();
        List<Long> generations = new ArrayList<>();
        session.onDelta(delta -> generations.add(delta.after().generation()));
        index.publish(Samples.builder().build(3), Set.of());
        index.publish(Samples.builder().build(2), Set.of());
        index.publish(Samples.builder().build(4), Set.of());
        assertEquals(List.of(3L, 4L), generations);
    }

    @Test
    void closingGivesUpTheIndex() {
        session.close();
        assertTrue(index.closed);
    }

    @Test
    void regionsKeepTheirHuesWhenTheGraphGrows() {
        session.refresh();
        GraphView before = session.viewProperty().get();
        int hue = before.hue(first.findFile(Samples.STORE));
        index.publish(Samples.builder().file("aaa/New.java", "aaa", 3).build(2), Set.of("aaa/New.java"));
        GraphView after = session.viewProperty().get();
        assertNotNull(after);
        assertEquals(hue, after.hue(after.graph().findFile(Samples.STORE)));
        assertFalse(after.graph().findFile("aaa/New.java") < 0);
    }
}
