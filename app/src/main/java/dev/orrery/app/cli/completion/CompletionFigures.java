package dev.orrery.app.cli.completion;

import java.util.List;

/**
 * What was measured with files held out.
 *
 * @param scores of each contestant, the plain language model first
 */
public record CompletionFigures(Setting setting, List<Scores> scores, Typing typing, Gating gating) {
    public CompletionFigures {
        scores = List.copyOf(scores);
    }

    /**
     * What it was measured on.
     *
     * @param seed decided which files and which carets
     * @param files of the repository whose code can be asked for
     * @param tested how many of them were held out to be tested
     * @param leftOut how many files were in no index: the tested ones, their tests and their copies
     * @param secondsReady until index and language model of the others were there
     */
    public record Setting(long seed, int files, int tested, int leftOut, double secondsReady) {}
}
