package dev.orrery.models.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.Document;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.ModelTask;
import dev.orrery.api.PromptPart;
import dev.orrery.api.PromptPart.Role;
import dev.orrery.api.RequestBroker;
import dev.orrery.api.Risk;
import dev.orrery.api.TextEdit;
import dev.orrery.api.Urgency;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Proposals of a model that has to be asked through the broker, and so come later than the built-in ones. They pass the same gate. Safe
 * from any thread.
 */
public final class ModelProposals {
    private static final int BEFORE = 6_000;
    private static final int BEHIND = 2_000;
    private static final int CONTEXT_TOKENS = 1_200;
    private static final int LINE_TOKENS = 40;
    private static final int BLOCK_TOKENS = 160;
    private static final Duration LINE_PATIENCE = Duration.ofSeconds(5);
    private static final Duration BLOCK_PATIENCE = Duration.ofSeconds(30);
    /** What is taken for a model's own word, as none says how sure it is. */
    private static final double SURE = 0.5;

    private final RequestBroker broker;
    private final CompletionSources sources;
    private final Gate gate;
    private final String workspace;

    /** @param workspace the repository's root, by which the user's rules are kept */
    public ModelProposals(RequestBroker broker, CompletionSources sources, String workspace) {
        this.broker = broker;
        this.sources = sources;
        this.gate = new Gate(sources.check());
        this.workspace = workspace;
    }

    /** What would be asked. Blocks while the context is collected. */
    public ModelRequest request(CompletionRequest request, String model, Cancellation cancellation) {
        Document document = request.document();
        String text = document.text();
        int caret = request.offset();
        List<PromptPart> parts = new ArrayList<>();
        for (ContextPiece piece :
                sources.context().context(new ContextRequest(document, caret, CONTEXT_TOKENS), cancellation)) {
            if (piece.kind() != ContextPiece.Kind.WINDOW) {
                parts.addFirst(new PromptPart(Role.CONTEXT, piece.text(), piece.path()));
            }
        }
        parts.add(new PromptPart(
                Role.PREFIX, text.substring(whole(text, Math.max(0, caret - BEFORE)), caret), document.path()));
        parts.add(new PromptPart(
                Role.SUFFIX,
                text.substring(caret, whole(text, Math.min(text.length(), caret + BEHIND))),
                document.path()));
        boolean asked = request.occasion() == Occasion.ASKED;
        return new ModelRequest(
                ModelTask.COMPLETION,
                parts,
                workspace,
                Risk.AUTOMATIC,
                Urgency.INTERACTIVE,
                new ModelRequest.Limits(
                        asked ? BLOCK_TOKENS : LINE_TOKENS,
                        List.of(asked ? "\n\n" : "\n"),
                        asked ? BLOCK_PATIENCE : LINE_PATIENCE),
                model);
    }

    /** Not between the halves of a character. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    /**
     * Asks a model. Ends as {@link RequestBroker#ask} does, and with an answer whose proposals passed the gate.
     *
     * @param model the id of the one to ask
     */
    public CompletableFuture<Answer> ask(CompletionRequest request, String model, Cancellation cancellation) {
        long began = System.nanoTime();
        ModelRequest asked = request(request, model, cancellation);
        List<String> paths = asked.parts().stream()
                .filter(part -> part.role() == Role.CONTEXT && !part.path().isEmpty())
                .map(PromptPart::path)
                .distinct()
                .toList()
                .reversed();
        Consumer<String> nobody = piece -> {};
        return broker.ask(asked, nobody, cancellation)
                .thenApply(answer -> judge(request, answer, paths, began, cancellation));
    }

    private Answer judge(
            CompletionRequest request, ModelAnswer answer, List<String> paths, long began, Cancellation cancellation) {
        Map<String, Duration> stages = new LinkedHashMap<>();
        stages.put("model", Duration.ofNanos(System.nanoTime() - began));
        long gated = System.nanoTime();
        Position position = Position.of(request.document(), request.offset());
        String text = answer.text().stripTrailing();
        TextEdit edit = Closing.edit(request.document(), position, text);
        Gate.Decision decision = gate.decide(request.document(), edit, cancellation);
        stages.put("gate", Duration.ofNanos(System.nanoTime() - gated));
        Proposal proposal = new Proposal(
                edit,
                decision.imports(),
                new Proposal.Source(answer.engine(), answer.model(), answer.request(), paths),
                SURE,
                Duration.ofNanos(System.nanoTime() - began));
        return decision.passes()
                ? new Answer(List.of(proposal), List.of(), List.of(), List.of(), stages)
                : new Answer(
                        List.of(),
                        List.of(),
                        List.of(new Answer.HeldBack(proposal, decision.why())),
                        List.of(),
                        stages);
    }
}
