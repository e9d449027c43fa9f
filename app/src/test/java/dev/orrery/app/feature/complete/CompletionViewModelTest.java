package dev.orrery.app.feature.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Threads;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.Item;
import dev.orrery.models.complete.Proposal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CompletionViewModelTest {
    /** Answers what the test says; the slow model only when it is told to. */
    private static final class Source implements ProposalSource {
        private final List<String> lines = new ArrayList<>();
        private final List<String> imports = new ArrayList<>();
        private final List<Verdict> verdicts = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private Optional<String> slow = Optional.empty();
        private boolean fails;
        private int asked;

        @Override
        public Answer builtIn(CompletionRequest request, Cancellation cancellation) {
            asked++;
            return answer(request, lines, "ngram");
        }

        @Override
        public Optional<Answer> model(CompletionRequest request, Cancellation cancellation) throws OrreryException {
            if (fails) {
                throw new OrreryException(UserMessage.of("app.complete.failed", "broken"));
            }
            return slow.map(line -> answer(request, List.of(line), "djl"));
        }

        private Answer answer(CompletionRequest request, List<String> texts, String engine) {
            List<Proposal> proposals = texts.stream()
                    .map(text -> new Proposal(
                            new TextEdit(request.offset(), request.offset(), text),
                            imports,
                            new Proposal.Source(engine, engine, engine.equals("djl") ? 7 : 0, List.of()),
                            0.5,
                            Duration.ofMillis(3)))
                    .toList();
            List<UserMessage> silence =
                    texts.isEmpty() ? List.of(UserMessage.of("models.complete.silent.unknown")) : List.of();
            return new Answer(proposals, items, List.of(), silence, Map.of());
        }

        @Override
        public void settle(Proposal proposal, Verdict verdict) {
            verdicts.add(verdict);
        }
    }

    private final Source source = new Source();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private String text = "";
    private boolean automatic = true;
    private final CompletionViewModel model =
            new CompletionViewModel(source, new Threads(Runnable::run, background::add), () -> automatic, this::apply);

    private void apply(List<TextEdit> edits) {
        for (TextEdit edit : edits.reversed()) {
            text = edit.applyTo(text);
        }
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    /** Types at the bar. */
    private void type(String marked) {
        text = marked.replace("|", "");
        model.typed(new Document("A.java", 0, text), marked.indexOf('|'));
    }

    private String ghost() {
        Ghost shown = model.ghostProperty().get();
        return shown == null ? "" : shown.proposal().edit().text();
    }

    @Test
    void takingAllDoesTheEditAndItsImportsOnce() throws Exception {
        source.lines.add("List.of();");
        source.imports.add("java.util.List");
        type("class A {\n x = |\n}\n");
        work();
        assertEquals("List.of();", ghost());
        assertTrue(model.accept(CompletionViewModel.Part.ALL));
        work();
        assertEquals("import java.util.List;\n\nclass A {\n x = List.of();\n}\n", text);
        assertEquals(List.of(Verdict.ACCEPTED), source.verdicts);
        assertFalse(model.accept(CompletionViewModel.Part.ALL), "there is nothing left to take");
    }

    @Test
    void wordByWordTheWholeLineIsTaken() {
        source.lines.add("items.add(name);");
        source.imports.add("java.util.List");
        type("class A {\n  |\n}\n");
        work();
        for (int taken = 0; taken < 10 && model.accept(CompletionViewModel.Part.WORD); taken++) {
            work();
        }
        assertEquals("import java.util.List;\n\nclass A {\n  items.add(name);\n}\n", text);
    }

    @Test
    void typingAlongAsksNobodyAgain() {
        source.lines.add("size();");
        type("a = |\n");
        work();
        int before = source.asked;
        type("a = si|\n");
        assertEquals("ze();", ghost());
        work();
        assertEquals(before, source.asked);
        type("a = so|\n");
        assertEquals("", ghost(), "what does not fit any more is gone at once");
        work();
        assertEquals(before + 1, source.asked);
        assertEquals(List.of(Verdict.IGNORED), source.verdicts);
    }

    @Test
    void theSlowModelReplacesWhatTheUserHasNotTouched() {
        source.lines.addAll(List.of("one();", "two();"));
        source.slow = Optional.of("three();");
        type("a = |\n");
        background.poll().run();
        assertEquals("one();", ghost());
        work();
        assertEquals("three();", ghost());
        model.turn(1);
        assertEquals("one();", ghost(), "the quick ones are still to be had");
        source.slow = Optional.empty();
    }

    @Test
    void whoHasChosenKeepsHisChoice() {
        source.lines.addAll(List.of("one();", "two();"));
        source.slow = Optional.of("three();");
        type("a = |\n");
        background.poll().run();
        model.turn(1);
        work();
        assertEquals("two();", ghost());
    }

    @Test
    void anAnswerThatComesTooLateIsDropped() {
        source.lines.add("one();");
        source.slow = Optional.of("three();");
        type("a = |\n");
        background.poll().run();
        type("b|\n");
        source.lines.clear();
        source.slow = Optional.empty();
        work();
        assertEquals("", ghost());
        model.moved();
        assertNull(model.silenceProperty().get());
    }

    @Test
    void whereNothingIsShownTheReasonCanBeSeen() {
        type("a = |\n");
        work();
        assertEquals(
                "models.complete.silent.unknown",
                model.silenceProperty().get().why().getFirst().key());
        source.fails = true;
        model.asked(new Document("A.java", 0, "a = "), 4);
        work();
        assertNotNull(model.silenceProperty().get());
    }

    @Test
    void switchedOffItSpeaksOnlyWhenAsked() {
        automatic = false;
        source.lines.add("one();");
        type("a = |\n");
        work();
        assertEquals("", ghost());
        model.asked(new Document("A.java", 0, "a = \n"), 4);
        work();
        assertEquals("one();", ghost());
        assertTrue(model.dismiss());
        work();
        assertEquals(List.of(Verdict.REJECTED), source.verdicts);
    }

    @Test
    void aWordOfTheListTakesThePlaceOfTheBegunOne() {
        source.items.add(new Item("substring", Optional.empty(), 0.4));
        type("a.su|\n");
        work();
        assertEquals(List.of(), List.copyOf(model.items()), "a list opens with a dot or when asked for");
        type("a.|\n");
        work();
        assertEquals(1, model.items().size());
        type("a.su|\n");
        work();
        model.accept(model.items().getFirst());
        assertEquals("a.substring\n", text);
    }
}
