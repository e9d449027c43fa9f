package dev.orrery.app.cli;

import dev.orrery.app.cli.completion.CompletionFigures;
import dev.orrery.app.cli.completion.HistoryBench;

/** Prints how well code is completed. */
interface CompletionPrint {
    void heldOut(CompletionFigures figures);

    void history(HistoryBench.Figures figures);
}
