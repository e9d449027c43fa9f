package dev.orrery.models;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.api.UserMessage;
import dev.orrery.models.ledger.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What the models of one request said and took, one after the other. */
final class Heard implements Consumer<String> {
    private final Consumer<String> pieces;
    private final Patience patience;
    private final StringBuilder text = new StringBuilder();
    private final List<UserMessage> notes = new ArrayList<>();
    private Usage usage = Ended.NOTHING;
    private Duration first = Duration.ZERO;
    private int suspicious;

    Heard(Consumer<String> pieces, Patience patience) {
        this.pieces = pieces;
        this.patience = patience;
    }

    @Override
    public void accept(String piece) {
        if (text.isEmpty() && !piece.isEmpty()) {
            first = patience.spent();
        }
        text.append(piece);
        pieces.accept(piece);
    }

    String text() {
        return text.toString();
    }

    List<UserMessage> notes() {
        return notes;
    }

    void note(List<UserMessage> messages) {
        messages.stream().filter(message -> !notes.contains(message)).forEach(notes::add);
    }

    int suspicious() {
        return suspicious;
    }

    Usage usage() {
        return usage;
    }

    /** Of the model that has it now; each reads the same text. */
    void suspicious(int places) {
        suspicious = places;
    }

    void took(int promptTokens, int reusedTokens, int tokens, long microDollars) {
        Duration total = patience.spent();
        usage = new Usage(
                usage.promptTokens() + promptTokens,
                usage.reusedTokens() + reusedTokens,
                usage.tokens() + tokens,
                text.isEmpty() ? total : first,
                total,
                usage.microDollars() + microDollars);
    }
}
