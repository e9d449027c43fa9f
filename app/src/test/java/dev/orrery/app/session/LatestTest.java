package dev.orrery.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestTest {
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Latest latest = new Latest(new Threads(Runnable::run, background::add));
    private final List<Object> heard = new ArrayList<>();

    @Test
    void anOlderAnswerIsDroppedEvenIfItsWorkEndsLast() {
        latest.ask(cancellation -> "old", heard::add, heard::add);
        latest.ask(cancellation -> "new", heard::add, heard::add);
        background.removeLast().run();
        background.removeFirst().run();
        assertEquals(List.of("new"), heard);
    }

    @Test
    void anAnswerThatMustNotBeLostIsHandedOverAsDropped() {
        List<Object> dropped = new ArrayList<>();
        latest.ask(cancellation -> "old", heard::add, dropped::add, heard::add);
        Runnable old = background.removeFirst();
        latest.cancel();
        latest.ask(cancellation -> "new", heard::add, dropped::add, heard::add);
        background.removeFirst().run();
        old.run();
        assertEquals(List.of("new"), heard);
        assertEquals(List.of(), dropped, "work that was not begun has no answer");
        latest.ask(
                cancellation -> {
                    latest.cancel();
                    return "late";
                },
                heard::add,
                dropped::add,
                heard::add);
        background.removeFirst().run();
        assertEquals(List.of("late"), dropped);
    }

    @Test
    void workInProgressLearnsThatItIsNotWantedAnyMore() {
        List<Cancellation> seen = new ArrayList<>();
        latest.ask(
                cancellation -> {
                    seen.add(cancellation);
                    latest.cancel();
                    return cancellation.isRequested();
                },
                heard::add,
                heard::add);
        background.remove().run();
        assertTrue(seen.getFirst().isRequested());
        assertEquals(List.of(), heard);
    }

    @Test
    void failuresAreSentences() {
        latest.ask(
                cancellation -> {
                    throw new OrreryException(UserMessage.of("app.code.noSymbol"));
                },
                heard::add,
                heard::add);
        background.remove().run();
        latest.ask(
                cancellation -> {
                    throw new IllegalStateException("broken");
                },
                heard::add,
                heard::add);
        background.remove().run();
        assertEquals(
                List.of(
                        UserMessage.of("app.code.noSymbol"),
                        UserMessage.of("app.error.unexpected", "IllegalStateException", "broken")),
                heard);
    }
}
