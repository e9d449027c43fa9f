package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.Cancellation;
import dev.orrery.api.ContextPiece;
import dev.orrery.api.ContextRequest;
import dev.orrery.api.ContextSource;
import dev.orrery.api.Document;
import dev.orrery.api.ModelAnswer;
import dev.orrery.api.ModelRequest;
import dev.orrery.api.OrreryException;
import dev.orrery.api.PromptPart;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.RequestBroker;
import dev.orrery.api.Scope;
import dev.orrery.api.ScopeAt;
import dev.orrery.api.UserMessage;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import dev.orrery.models.ngram.NgramModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelProposalsTest {
    private final List<ModelRequest> asked = new ArrayList<>();

    /** A broker that says one thing. */
    private final class Says implements RequestBroker {
        private final String text;

        Says(String text) {
            this.text = text;
        }

        @Override
        public CompletableFuture<ModelAnswer> ask(
                ModelRequest request, Consumer<String> pieces, Cancellation cancellation) {
            asked.add(request);
            return CompletableFuture.completedFuture(new ModelAnswer(
                    42,
                    text,
                    List.of(),
                    "tiny",
                    "djl",
                    UserMessage.of("models.router.named", "tiny"),
                    List.of(),
                    List.of(),
                    new ModelAnswer.Usage(1, 0, 1, Duration.ZERO, Duration.ZERO, 0)));
        }

        @Override
        public void settle(long request, Verdict verdict) {}
    }

    private static final ContextSource CONTEXT = new ContextSource() {
        @Override
        public List<ContextPiece> context(ContextRequest request, Cancellation cancellation) {
            UserMessage why = UserMessage.of("x");
            return List.of(
                    new ContextPiece(ContextPiece.Kind.WINDOW, "A.java", 1, 1, "window", why, 1, 1),
                    new ContextPiece(ContextPiece.Kind.CALLED, "B.java", 1, 1, "best", why, 1, 1),
                    new ContextPiece(ContextPiece.Kind.SIMILAR, "C.java", 1, 1, "next", why, 1, 1));
        }

        @Override
        public void warm(Cancellation cancellation) {}
    };
    private static final ScopeAt SCOPE = new ScopeAt() {
        @Override
        public Scope at(Document document, int offset, Cancellation cancellation) {
            return new Scope(Scope.Place.UNKNOWN, offset, "", "", List.of(), false);
        }

        @Override
        public void warm(Cancellation cancellation) {}
    };
    private static final CompletionSources SOURCES = new CompletionSources(
            NgramModel::new,
            SCOPE,
            (document, edit, cancellation) -> new ProposalVerdict(List.of(), List.of(), ProposalVerdict.Depth.SYNTAX),
            CONTEXT);

    private Answer answer(String said, String marked) throws Exception {
        CompletionRequest request = new CompletionRequest(
                new Document("A.java", 0, marked.replace("|", "")), marked.indexOf('|'), Occasion.TYPED);
        return new ModelProposals(new Says(said), SOURCES, "/repository")
                .ask(request, "tiny", Cancellation.NEVER)
                .get();
    }

    @Test
    void theAnswerIsAProposalThatNamesItsOriginAndItsRow() throws Exception {
        Answer answer = answer("size();", "x = |\n");
        Proposal proposal = answer.proposals().getFirst();
        assertEquals("size();", proposal.edit().text());
        assertEquals("djl", proposal.source().engine());
        assertEquals(42, proposal.source().request());
        assertEquals(List.of("B.java", "C.java"), proposal.source().paths());
    }

    @Test
    void contextComesBeforeTheFileTheMostImportantLast() throws Exception {
        answer("size();", "x = |\n");
        assertEquals(
                List.of("next", "best", "x = ", "\n"),
                asked.getFirst().parts().stream().map(PromptPart::text).toList());
        assertEquals("/repository", asked.getFirst().workspace());
        assertEquals("tiny", asked.getFirst().model());
    }

    @Test
    void garbageIsHeldBack() throws Exception {
        for (String garbage : List.of("", "   ", "\u0000\u0001", "\uFFFD\uFFFD", "a".repeat(10_000))) {
            Answer answer = answer(garbage, "x = |\n");
            assertTrue(answer.proposals().isEmpty(), garbage);
            assertEquals(1, answer.heldBack().size(), garbage);
        }
    }

    @Test
    void halvesOfCharactersAreNotSent() throws Exception {
        String smile = "\uD83D\uDE00";
        answer("size();", smile.repeat(4_000) + "|" + smile.repeat(4_000));
        for (PromptPart part : asked.getFirst().parts()) {
            assertTrue(
                    part.text().isEmpty()
                            || !Character.isLowSurrogate(part.text().charAt(0)),
                    "begins whole");
            assertTrue(
                    part.text().isEmpty()
                            || !Character.isHighSurrogate(
                                    part.text().charAt(part.text().length() - 1)),
                    "ends whole");
        }
    }

    @Test
    void aFailureSaysWhy() {
        RequestBroker broken = new RequestBroker() {
            @Override
            public CompletableFuture<ModelAnswer> ask(
                    ModelRequest request, Consumer<String> pieces, Cancellation cancellation) {
                return CompletableFuture.failedFuture(new OrreryException(UserMessage.of("models.broker.late", 5)));
            }

            @Override
            public void settle(long request, Verdict verdict) {}
        };
        CompletionRequest request = new CompletionRequest(new Document("A.java", 0, "x"), 1, Occasion.TYPED);
        var asking = new ModelProposals(broken, SOURCES, "").ask(request, "tiny", Cancellation.NEVER);
        ExecutionException failed = assertThrows(ExecutionException.class, asking::get);
        assertInstanceOf(OrreryException.class, failed.getCause());
    }
}
