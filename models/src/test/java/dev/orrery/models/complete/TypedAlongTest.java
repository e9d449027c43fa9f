package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TypedAlongTest {
    private static CompletionRequest at(String marked) {
        int caret = marked.indexOf('|');
        return new CompletionRequest(new Document("A.java", 0, marked.replace("|", "")), caret, Occasion.TYPED);
    }

    private static Proposal proposal(CompletionRequest request, String text) {
        return new Proposal(
                Closing.edit(request.document(), Position.of(request.document(), request.offset()), text),
                List.of(),
                new Proposal.Source("ngram", "orrery-ngram", 0, List.of()),
                0.5,
                Duration.ZERO);
    }

    private static List<String> rest(String before, String proposed, String now) {
        CompletionRequest first = at(before);
        CompletionRequest second = at(now);
        return TypedAlong.rest(first, List.of(proposal(first, proposed)), second).stream()
                .map(left -> left.edit().applyTo(second.document().text()))
                .toList();
    }

    @Test
    void whatIsLeftStaysToBeTaken() {
        assertEquals(List.of("int a = size();\n"), rest("int a = |\n", "size();", "int a = si|\n"));
        assertEquals(List.of(), rest("int a = |\n", "size();", "int a = so|\n"));
        assertEquals(List.of(), rest("int a = |\n", "size();", "int a = size();|\n"), "nothing is left");
    }

    @Test
    void bracketsThatTheEditorClosedAreTheProposals() {
        assertEquals(List.of("f(a, b);\n"), rest("f|\n", "(a, b);", "f(|)\n"));
        assertEquals(List.of("f(g(a), b);\n"), rest("f(|)\n", "g(a), b);", "f(g(|))\n"));
    }

    @Test
    void anotherLineOrAnotherFileEndsIt() {
        assertEquals(List.of(), rest("int a = |\nb\n", "size();", "int a = si|\nc\n"));
        assertEquals(List.of(), rest("int a = |\n", "size();", "int b = si|\n"));
        assertEquals(List.of(), rest("int a = |\n", "size();", "int a = |\n\n"));
    }

    /** Whatever part of a proposal is typed, accepting the rest gives what accepting all would have given. */
    @Test
    void typingAndTakingIsTaking() {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "ab(), ;.{}\"";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder line = new StringBuilder("x");
            for (int at = random.nextInt(1, 12); at > 0; at--) {
                line.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            CompletionRequest before = at("class A {\n  y = |\n}\n");
            Proposal whole = proposal(before, line.toString());
            int typed = random.nextInt(line.length());
            CompletionRequest now = at("class A {\n  y = " + line.substring(0, typed) + "|\n}\n");
            List<Proposal> left = TypedAlong.rest(before, List.of(whole), now);
            assertEquals(1, left.size(), "seed " + seed + " " + line + " " + typed);
            assertEquals(
                    whole.edit().applyTo(before.document().text()),
                    left.getFirst().edit().applyTo(now.document().text()),
                    "seed " + seed);
        }
    }

    @Test
    void anEditThatBeginsBeforeTheCaretCounts() {
        CompletionRequest before = at("foo.si|\n");
        Proposal whole = new Proposal(
                new TextEdit(4, 6, "size()"),
                List.of(),
                new Proposal.Source("scope", "", 0, List.of()),
                1,
                Duration.ZERO);
        CompletionRequest now = at("foo.siz|\n");
        assertEquals(
                "foo.size()\n",
                TypedAlong.rest(before, List.of(whole), now)
                        .getFirst()
                        .edit()
                        .applyTo(now.document().text()));
    }
}
