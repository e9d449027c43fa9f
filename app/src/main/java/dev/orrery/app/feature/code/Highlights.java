package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TokenSpan;
import dev.orrery.app.session.Failures;
import dev.orrery.app.session.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coloured spans of a document, asked for in blocks of lines and only where somebody looks. What is not known yet is
 * plain; the listener hears when a block arrived. UI thread, except for {@link #around}.
 */
public final class Highlights {
    static final int BLOCK = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Highlights.class);

    private final Document document;
    private final TextLines lines;
    private final SyntaxProbe syntax;
    private final Threads threads;
    private final Map<Integer, List<TokenSpan>> blocks = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private IntConsumer arrived = block -> {};

    Highlights(Document document, TextLines lines, SyntaxProbe syntax, Threads threads) {
        this.document = document;
        this.lines = lines;
        this.syntax = syntax;
        this.threads = threads;
    }

    /** The blocks around a 0-based line, by number; any thread. */
    Map<Integer, List<TokenSpan>> around(int line) {
        int block = Math.clamp(line, 0, lines.count() - 1) / BLOCK;
        Map<Integer, List<TokenSpan>> near = new HashMap<>();
        for (int number = Math.max(0, block - 1); number <= block + 1; number++) {
            if (number * BLOCK < lines.count()) {
                near.put(number, compute(number));
            }
        }
        return near;
    }

    /** Takes blocks that were computed before anybody looked. */
    void accept(Map<Integer, List<TokenSpan>> computed) {
        asked.addAll(computed.keySet());
        blocks.putAll(computed);
    }

    /** {@code listener} hears the first line of every block that arrives from now on. */
    public void onArrival(IntConsumer listener) {
        arrived = listener;
    }

    /** The spans of a 0-based line, with offsets relative to the line's start. */
    public List<TokenSpan> line(int line) {
        List<TokenSpan> block = blocks.get(line / BLOCK);
        if (block == null) {
            ask(line / BLOCK);
            return List.of();
        }
        int start = lines.start(line);
        int end = Math.min(lines.end(line), start + TextLines.SHOWN);
        List<TokenSpan> spans = new ArrayList<>();
        int first = Arrays.binarySearch(starts(block), start);
        int from = first >= 0 ? first : Math.max(0, -first - 2);
        for (int i = from; i < block.size() && block.get(i).start() < end; i++) {
            TokenSpan span = block.get(i);
            if (span.end() > start) {
                spans.add(new TokenSpan(
                        Math.max(0, span.start() - start), Math.min(end, span.end()) - start, span.kind()));
            }
        }
        return spans;
    }

    private static int[] starts(List<TokenSpan> block) {
        int[] starts = new int[block.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = block.get(i).start();
        }
        return starts;
    }

    private void ask(int block) {
        if (asked.add(block)) {
            threads.background().execute(() -> {
                List<TokenSpan> spans = compute(block);
                threads.ui().execute(() -> {
                    blocks.put(block, spans);
                    arrived.accept(block * BLOCK);
                });
            });
        }
    }

    private List<TokenSpan> compute(int block) {
        int first = block * BLOCK;
        int last = Math.min(lines.count(), first + BLOCK) - 1;
        try {
            return syntax.tokens(document, lines.start(first), lines.end(last));
        } catch (RuntimeException broken) {
            LOG.error(
                    "no colours for {}: {}",
                    document.path(),
                    Failures.message(broken).key());
            return List.of();
        }
    }
}
