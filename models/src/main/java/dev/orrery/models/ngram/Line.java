package dev.orrery.models.ngram;

import java.util.List;

/**
 * The rest of a line.
 *
 * @param pieces its tokens with the blanks before them; joined, the text to insert at the caret
 * @param probability that the line ends so, by the model
 */
public record Line(List<String> pieces, double probability) {
    public Line {
        pieces = List.copyOf(pieces);
    }

    public String text() {
        return String.join("", pieces);
    }
}
