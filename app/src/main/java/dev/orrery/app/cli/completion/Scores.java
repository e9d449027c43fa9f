package dev.orrery.app.cli.completion;

import java.util.List;
import java.util.Optional;

/** How well one contestant did. One thread at a time. */
public final class Scores {
    private final String name;
    private int tokens;
    private int identifiers;
    private double tokenRanks;
    private double identifierRanks;
    private int lines;
    private int exact;
    private int silent;
    private double similarity;

    Scores(String name) {
        this.name = name;
    }

    /** Asks a contestant and counts what it says. */
    void ask(Contestant contestant, Question question) {
        switch (question.kind()) {
            case LINE -> count(question.truth(), contestant.line(question.document(), question.offset()));
            case IDENTIFIER, OTHER_TOKEN -> count(question, contestant.tokens(question.document(), question.offset()));
        }
    }

    private void count(Question question, List<String> answers) {
        int rank =
                answers.subList(0, Math.min(Contestant.RANKS, answers.size())).indexOf(question.truth());
        double reciprocal = rank < 0 ? 0 : 1.0 / (rank + 1);
        tokens++;
        tokenRanks += reciprocal;
        if (question.kind() == Question.Kind.IDENTIFIER) {
            identifiers++;
            identifierRanks += reciprocal;
        }
    }

    private void count(String truth, Optional<String> answer) {
        lines++;
        silent += answer.isEmpty() ? 1 : 0;
        String said = answer.orElse("").stripTrailing();
        exact += said.equals(truth) ? 1 : 0;
        similarity += EditSimilarity.of(said, truth);
    }

    public String name() {
        return name;
    }

    public int tokens() {
        return tokens;
    }

    public int identifiers() {
        return identifiers;
    }

    /** The mean reciprocal rank of the true token among the first ten; 0 where none was asked for. */
    public double tokenRank() {
        return tokens == 0 ? 0 : tokenRanks / tokens;
    }

    /** The same over names alone. */
    public double identifierRank() {
        return identifiers == 0 ? 0 : identifierRanks / identifiers;
    }

    public int lines() {
        return lines;
    }

    /** The share of lines that came out exactly right. */
    public double exact() {
        return lines == 0 ? 0 : exact / (double) lines;
    }

    /** The mean likeness of what was said to what was true, see {@link EditSimilarity}. */
    public double similarity() {
        return lines == 0 ? 0 : similarity / lines;
    }

    /** The share of lines for which nothing was proposed. */
    public double silent() {
        return lines == 0 ? 0 : silent / (double) lines;
    }
}
