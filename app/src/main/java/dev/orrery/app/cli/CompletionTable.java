package dev.orrery.app.cli;

import dev.orrery.api.UserMessage;
import dev.orrery.app.cli.completion.CompletionFigures;
import dev.orrery.app.cli.completion.Gating;
import dev.orrery.app.cli.completion.HistoryBench;
import dev.orrery.app.cli.completion.Scores;
import dev.orrery.app.cli.completion.Times;
import dev.orrery.app.cli.completion.Typing;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints it for people: a row a measure, a column a contestant. */
final class CompletionTable implements CompletionPrint {
    private static final int SHOWN = 5;
    private static final int P50 = 50;
    private static final int P95 = 95;

    private final CliContext context;

    CompletionTable(CliContext context) {
        this.context = context;
    }

    @Override
    public void heldOut(CompletionFigures figures) {
        CompletionFigures.Setting setting = figures.setting();
        say(
                "app.cli.bench.complete.setting",
                String.valueOf(setting.seed()),
                setting.tested(),
                setting.files(),
                setting.leftOut() - setting.tested(),
                setting.secondsReady());
        scores(figures.scores());
        typing(figures.typing());
        gating(figures.gating());
    }

    @Override
    public void history(HistoryBench.Figures figures) {
        say("app.cli.bench.complete.replayed", String.valueOf(figures.seed()), figures.commits(), figures.of());
        scores(figures.scores());
    }

    private void scores(List<Scores> scores) {
        StringBuilder head = new StringBuilder(" ".repeat(34));
        scores.forEach(score -> head.append(String.format(Locale.ROOT, "%14s", score.name())));
        context.out().line(head.toString());
        Scores any = scores.getFirst();
        row("app.cli.bench.complete.tokens", any.tokens(), "%14.3f", scores, Scores::tokenRank);
        row("app.cli.bench.complete.identifiers", any.identifiers(), "%14.3f", scores, Scores::identifierRank);
        row("app.cli.bench.complete.exact", any.lines(), "%12.1f %%", scores, score -> 100 * score.exact());
        row("app.cli.bench.complete.similarity", any.lines(), "%14.3f", scores, Scores::similarity);
        row("app.cli.bench.complete.silent", any.lines(), "%12.1f %%", scores, score -> 100 * score.silent());
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private void row(String key, int count, String format, List<Scores> scores, ToDoubleFunction<Scores> figure) {
        StringBuilder row = new StringBuilder(
                String.format(Locale.ROOT, "%-34s", context.messages().text(key, count)));
        scores.forEach(score -> row.append(String.format(Locale.ROOT, format, figure.applyAsDouble(score))));
        context.out().line(row.toString());
    }

    private void typing(Typing typing) {
        say(
                "app.cli.bench.complete.typing",
                typing.wall().percentile(P50),
                typing.wall().percentile(P95),
                typing.processor().percentile(P50),
                typing.processor().percentile(P95),
                typing.wall().count(),
                typing.shown(),
                typing.listed());
        typing.stages().forEach(this::stage);
    }

    private void stage(String stage, Times times) {
        say("app.cli.bench.complete.stage", stage, times.percentile(P50), times.percentile(P95));
    }

    private void gating(Gating gating) {
        say(
                "app.cli.bench.complete.gate",
                100 * gating.share(),
                gating.lines(),
                gating.times().percentile(P95));
        gating.wrong().stream().limit(SHOWN).forEach(this::wrong);
    }

    private void wrong(Gating.Wrong wrong) {
        List<String> why = wrong.why().stream()
                .map(reason -> context.messages().text(reason))
                .toList();
        say(
                "app.cli.bench.complete.wrong",
                wrong.path(),
                String.valueOf(wrong.line()),
                wrong.text(),
                String.join(" ", why));
    }

    private void say(String key, Object... arguments) {
        context.out().line(context.messages().text(UserMessage.of(key, arguments)));
    }
}
