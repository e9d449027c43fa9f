package dev.orrery.app.feature.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Resolution;
import dev.orrery.app.session.FakeIndex;
import dev.orrery.app.session.Samples;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Tasks;
import dev.orrery.app.session.Threads;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsViewModelTest {
    private final CodeGraph graph = Samples.builder()
            .call("OrderStore.save", "OrderService.cancel", 6, Resolution.EXACT)
            .build(1);
    private final Threads threads = Threads.direct();
    private final Session session = new Session(new FakeIndex(Path.of("/repo"), graph), threads, new Tasks(threads));
    private final FindingsViewModel findings = new FindingsViewModel(session, threads);

    private List<String> ask(FindingsViewModel.Question question) {
        findings.ask(question);
        FindingsViewModel.Findings found = findings.findingsProperty().get();
        assertNotNull(found);
        assertEquals(found.rows().size(), found.count());
        return found.rows().stream().map(FindingsViewModel.Finding::label).toList();
    }

    @Test
    void aRowLeadsToItsSymbolAndLeavingEndsIt() {
        session.refresh();
        assertEquals(List.of("OrderService \u21c4 OrderStore"), ask(FindingsViewModel.Question.CYCLES));
        assertEquals(
                List.of("OrderStore.save", "OrderService.place", "OrderService.cancel"),
                ask(FindingsViewModel.Question.HOT_SPOTS).stream()
                        .sorted(java.util.Comparator.reverseOrder())
                        .toList());
        assertEquals(List.of(), ask(FindingsViewModel.Question.DEAD_CODE));
        findings.ask(FindingsViewModel.Question.CYCLES);
        FindingsViewModel.Findings found = findings.findingsProperty().get();
        assertNotNull(found);
        findings.follow(found.rows().getFirst());
        assertEquals(
                Samples.key(graph, "OrderService"), session.selectedProperty().get());
        findings.leave();
        assertNull(findings.findingsProperty().get());
    }
}
