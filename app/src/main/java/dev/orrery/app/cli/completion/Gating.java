package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many real lines the gate would hold back: each line is taken out of its file, which is in no index, and proposed again at its place.
 * One thread at a time.
 */
public final class Gating {
    private static final int SHOWN = 20;

    private final Times times = new Times();
    private final List<Wrong> wrong = new ArrayList<>();
    private final Map<ProposalVerdict.Kind, Integer> kinds = new TreeMap<>();
    private final Map<ProposalVerdict.Depth, Integer> depths = new TreeMap<>();
    private int heldBack;

    private Gating() {}

    /**
     * A real line that was held back.
     *
     * @param line 1-based
     */
    public record Wrong(String path, int line, String text, List<UserMessage> why) {
        public Wrong {
            why = List.copyOf(why);
        }
    }

    static Gating measure(ProposalCheck check, Rounds rounds, Duration time) {
        Gating gating = new Gating();
        long end = System.nanoTime() + time.toNanos();
        Rounds.Lines lines = rounds.lines();
        while (System.nanoTime() < end && lines.hasNext()) {
            Rounds.Drawn drawn = lines.next();
            gating.propose(check, drawn.file(), drawn.line());
        }
        return gating;
    }

    private void propose(ProposalCheck check, TestedFile file, TestedFile.Line line) {
        String whole = file.document().text();
        String truth = whole.substring(line.start(), line.end());
        Document without =
                new Document(file.document().path(), 1, whole.substring(0, line.start()) + whole.substring(line.end()));
        long began = System.nanoTime();
        ProposalVerdict verdict =
                check.check(without, new TextEdit(line.start(), line.start(), truth), Cancellation.NEVER);
        times.add((System.nanoTime() - began) / 1e6);
        depths.merge(verdict.depth(), 1, Integer::sum);
        if (!verdict.isSound()) {
            heldBack++;
            verdict.problems().stream()
                    .map(ProposalVerdict.Problem::kind)
                    .distinct()
                    .forEach(kind -> kinds.merge(kind, 1, Integer::sum));
            if (wrong.size() < SHOWN) {
                int number = (int) whole.substring(0, line.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                wrong.add(new Wrong(
                        file.document().path(),
                        number,
                        truth,
                        verdict.problems().stream()
                                .map(ProposalVerdict.Problem::why)
                                .toList()));
            }
        }
    }

    public int lines() {
        return times.count();
    }

    /** The share that was held back. */
    public double share() {
        return times.count() == 0 ? 0 : heldBack / (double) times.count();
    }

    /** How long the gate looked at a line. */
    public Times times() {
        return times;
    }

    /** How many lines were held back for a reason of each kind. */
    public Map<ProposalVerdict.Kind, Integer> kinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** How many lines were looked at how closely. */
    public Map<ProposalVerdict.Depth, Integer> depths() {
        return Collections.unmodifiableMap(depths);
    }

    /** The first ones that were held back. */
    public List<Wrong> wrong() {
        return List.copyOf(wrong);
    }
}
