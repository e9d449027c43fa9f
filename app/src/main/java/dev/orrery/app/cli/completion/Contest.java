package dev.orrery.app.cli.completion;

import dev.orrery.api.OrreryException;
import dev.orrery.app.complete.RepositoryCompletion;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/** Asks all contestants the same questions, one after the other. One thread at a time. */
final class Contest {
    private final List<Contestant> contestants;
    private final List<Scores> scores;

    Contest(List<Contestant> contestants) {
        this.contestants = contestants;
        this.scores = contestants.stream()
                .map(contestant -> new Scores(contestant.name()))
                .toList();
    }

    /** The plain language model, and all that is built upon it. */
    static Contest of(NestedCache plain, RepositoryCompletion repository, LeakGuard guard) {
        return new Contest(List.of(plain, new Pipeline(repository, guard)));
    }

    /** Asks until there are no more questions or the time is over. */
    void ask(Iterator<Question> questions, Duration time) throws OrreryException {
        long end = System.nanoTime() + time.toNanos();
        while (questions.hasNext() && System.nanoTime() < end) {
            ask(questions.next());
        }
    }

    void ask(Question question) throws OrreryException {
        try {
            for (int number = 0; number < contestants.size(); number++) {
                scores.get(number).ask(contestants.get(number), question);
            }
        } catch (Pipeline.Leaked leaked) {
            throw leaked.why();
        }
    }

    /** How they did, in the order in which they stand. */
    List<Scores> scores() {
        return scores;
    }
}
