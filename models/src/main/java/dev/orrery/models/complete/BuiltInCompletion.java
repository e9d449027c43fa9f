package dev.orrery.models.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ngram.Candidate;
import dev.orrery.models.ngram.Caret;
import dev.orrery.models.ngram.Line;
import dev.orrery.models.ngram.NgramEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proposals without any download: names by their types, lines by the language model of the open repository, one ranking of both, and the gate. Each
 * stage is timed.
 */
public final class BuiltInCompletion implements Completion {
    private static final int LINES = 4;
    private static final int SHOWN = 3;
    private static final int TOKENS = 32;
    private static final int CANDIDATES = 100;
    private static final int ITEMS = 100;

    private final CompletionSources sources;
    private final Gate gate;
    private final Habits habits;

    public BuiltInCompletion(CompletionSources sources, Habits habits) {
        this.sources = sources;
        this.gate = new Gate(sources.check());
        this.habits = habits;
    }

    @Override
    public Answer at(CompletionRequest request, Cancellation cancellation) {
        return new Run(request, cancellation).answer();
    }

    /** One request on its way. */
    private final class Run {
        private final CompletionRequest request;
        private final Document document;
        private final Position position;
        private final Cancellation cancellation;
        private final long began = System.nanoTime();
        private final Map<String, Duration> stages = new LinkedHashMap<>();
        private final List<UserMessage> silence = new ArrayList<>();
        private final List<Proposal> proposals = new ArrayList<>();
        private final List<Answer.HeldBack> heldBack = new ArrayList<>();
        private long stage = began;

        Run(CompletionRequest request, Cancellation cancellation) {
            this.request = request;
            this.document = request.document();
            this.position = Position.of(document, request.offset());
            this.cancellation = cancellation;
        }

        Answer answer() {
            Optional<UserMessage> quiet = Trigger.silence(request, position);
            ended("trigger");
            if (quiet.isPresent()) {
                return silent(quiet.get());
            }
            Scope scope = sources.scope().at(document, request.offset(), cancellation);
            ended("scope");
            Optional<UserMessage> unfit = Trigger.silence(request, scope.place());
            if (unfit.isPresent()) {
                return silent(unfit.get());
            }
            Caret caret = Caret.of(
                    document.path(),
                    document.text().substring(0, request.offset()),
                    document.text().substring(request.offset()));
            List<Candidate> words = sources.model().get().candidates(caret, CANDIDATES);
            List<Line> lines =
                    position.isAtEnd() ? sources.model().get().lines(caret, LINES, TOKENS, cancellation) : List.of();
            ended("candidates");
            String begun = position.word(document);
            List<Item> ranked = Ranking.rank(words, scope, begun, ITEMS);
            List<Item> items =
                    scope.place() == Scope.Place.DECLARATION && request.occasion() == CompletionRequest.Occasion.TYPED
                            ? List.of()
                            : ranked;
            List<Line> guided = position.isAtEnd() ? guided(caret, words, lines, ranked) : List.of();
            ended("ranking");
            pass(guided);
            ended("gate");
            if (proposals.isEmpty() && silence.isEmpty() && heldBack.isEmpty()) {
                silence.add(UserMessage.of(
                        position.isAtEnd() ? "models.complete.silent.unknown" : "models.complete.silent.behind"));
            }
            return new Answer(proposals, items, heldBack, silence, stages);
        }

        private List<Line> guided(Caret caret, List<Candidate> words, List<Line> lines, List<Item> ranked) {
            boolean fresh = document.text()
                    .substring(position.lineStart(), position.offset())
                    .isBlank();
            return new Guidance(position.word(document), fresh, words, ranked)
                    .guided(lines, ranked, rest -> sources.model()
                            .get()
                            .lines(
                                    new Caret(
                                            caret.path(), caret.context(), caret.prefix() + rest + " ", caret.suffix()),
                                    1,
                                    TOKENS,
                                    cancellation));
        }

        private Answer silent(UserMessage why) {
            return new Answer(List.of(), List.of(), List.of(), List.of(why), stages);
        }

        private void ended(String name) {
            cancellation.throwIfRequested();
            long now = System.nanoTime();
            stages.merge(name, Duration.ofNanos(now - stage), Duration::plus);
            stage = now;
        }

        private void pass(List<Line> lines) {
            Set<TextEdit> seen = new HashSet<>();
            double best = 0;
            for (Line line : lines) {
                best = Math.max(best, line.probability());
                if (proposals.size() >= SHOWN || !isSure(line) || line.text().isBlank()) {
                    continue;
                }
                TextEdit edit = Closing.edit(document, position, line.text());
                if (seen.add(edit)) {
                    pass(edit, line);
                }
            }
            if (proposals.isEmpty() && heldBack.isEmpty() && best > 0) {
                silence.add(UserMessage.of("models.complete.silent.unsure", best));
            }
        }

        private boolean isSure(Line line) {
            return request.occasion() == CompletionRequest.Occasion.ASKED
                    || habits.isWorthShowing(NgramEngine.ID, line.probability());
        }

        private void pass(TextEdit edit, Line line) {
            Gate.Decision decision = gate.decide(document, edit, cancellation);
            Proposal proposal = new Proposal(
                    edit,
                    decision.imports(),
                    new Proposal.Source(NgramEngine.ID, NgramEngine.MODEL, 0, List.of()),
                    line.probability(),
                    Duration.ofNanos(System.nanoTime() - began));
            if (decision.passes()) {
                proposals.add(proposal);
            } else {
                heldBack.add(new Answer.HeldBack(proposal, decision.why()));
            }
        }
    }
}
