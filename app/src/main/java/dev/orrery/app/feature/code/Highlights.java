package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TokenSpan;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.edit.Span;
import dev.orrery.app.edit.TextBuffer;
import dev.orrery.app.session.Failures;
import dev.orrery.app.session.Threads;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The coloured spans of a draft by line, asked for in blocks of lines and only where somebody looks. What is not known yet is plain; what
 * was known moves along with the text that is edited until the new colours are there. UI thread, except for {@link #around}.
 */
public final class Highlights {
    static final int BLOCK = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Highlights.class);

    private final Draft draft;
    private final SyntaxProbe syntax;
    private final Threads threads;
    private final List<@Nullable Painted> lines;
    private final TreeSet<Integer> wanted = new TreeSet<>();
    private boolean asking;
    private IntConsumer arrived = block -> {};

    /**
     * The colours of one line.
     *
     * @param version of the text for which they were asked
     * @param spans with offsets relative to the line's start
     */
    record Painted(long version, List<TokenSpan> spans) {}

    /** A block of lines with the colours in it, by their offsets in a document. */
    record Block(int first, int start, int end, List<TokenSpan> spans) {}

    Highlights(Draft draft, SyntaxProbe syntax, Threads threads) {
        this.draft = draft;
        this.syntax = syntax;
        this.threads = threads;
        this.lines = new ArrayList<>(Collections.nCopies(draft.buffer().count(), null));
        draft.onChange(spans -> spans.forEach(this::edited));
    }

    /** The blocks around a 0-based line; any thread, before the draft is edited. */
    List<Block> around(int line) {
        int count = draft.buffer().count();
        int block = Math.clamp(line, 0, count - 1) / BLOCK;
        List<Block> near = new ArrayList<>();
        for (int number = Math.max(0, block - 1); number <= block + 1; number++) {
            if (number * BLOCK < count) {
                near.add(painted(draft.document(), block(number)));
            }
        }
        return near;
    }

    /** Takes blocks that were computed before anybody looked. */
    void accept(List<Block> computed) {
        computed.forEach(this::install);
    }

    /** {@code listener} hears the first line of every block whose colours changed from now on. */
    public void onArrival(IntConsumer listener) {
        arrived = listener;
    }

    /** The spans of a 0-based line, with offsets relative to the line's start. */
    public List<TokenSpan> line(int line) {
        Painted painted = line < lines.size() ? lines.get(line) : null;
        if (painted == null || painted.version() != draft.buffer().version()) {
            wanted.add(line / BLOCK);
            if (!asking) {
                ask();
            }
        }
        Painted now = line < lines.size() ? lines.get(line) : null;
        return now == null ? List.of() : now.spans();
    }

    private void ask() {
        Document document = draft.document();
        List<Block> blocks = wanted.stream()
                .filter(number -> number * BLOCK < lines.size())
                .map(this::block)
                .toList();
        wanted.clear();
        if (blocks.isEmpty()) {
            return;
        }
        asking = true;
        threads.background().execute(() -> {
            List<Block> painted =
                    blocks.stream().map(block -> painted(document, block)).toList();
            threads.ui().execute(() -> answered(document.version(), painted));
        });
    }

    private void answered(long version, List<Block> painted) {
        asking = false;
        if (version == draft.buffer().version()) {
            for (Block block : painted) {
                if (install(block)) {
                    arrived.accept(block.first());
                }
            }
        }
        if (!wanted.isEmpty() && !asking) {
            ask();
        }
    }

    private Block block(int number) {
        TextBuffer text = draft.buffer();
        int first = number * BLOCK;
        int last = Math.min(text.count(), first + BLOCK) - 1;
        return new Block(first, text.start(first), text.end(last), List.of());
    }

    private Block painted(Document document, Block block) {
        try {
            return new Block(
                    block.first(), block.start(), block.end(), syntax.tokens(document, block.start(), block.end()));
        } catch (RuntimeException broken) {
            LOG.error(
                    "no colours for {}: {}",
                    document.path(),
                    Failures.message(broken).key());
            return block;
        }
    }

    /** Answers whether anything looks different now. */
    private boolean install(Block block) {
        TextBuffer text = draft.buffer();
        long version = text.version();
        boolean differs = false;
        int next = 0;
        List<TokenSpan> spans = block.spans();
        int last = Math.min(lines.size(), block.first() + BLOCK);
        for (int line = block.first(); line < last; line++) {
            int start = text.start(line);
            int end = Math.min(text.end(line), start + TextBuffer.SHOWN);
            List<TokenSpan> own = new ArrayList<>();
            while (next < spans.size() && spans.get(next).end() <= start) {
                next++;
            }
            for (int at = next; at < spans.size() && spans.get(at).start() < end; at++) {
                TokenSpan span = spans.get(at);
                own.add(new TokenSpan(
                        Math.max(0, span.start() - start), Math.min(end, span.end()) - start, span.kind()));
            }
            Painted before = lines.get(line);
            differs |= before == null ? !own.isEmpty() : !before.spans().equals(own);
            lines.set(line, new Painted(version, List.copyOf(own)));
        }
        return differs;
    }

    /** Moves colours along with an edit, so that nothing loses its colour while the new ones are computed. */
    private void edited(Span span) {
        List<TokenSpan> head = spans(span.startLine());
        List<TokenSpan> tail = spans(span.endLine());
        List<TokenSpan> before = new ArrayList<>();
        for (TokenSpan token : head) {
            if (token.start() < span.startColumn()) {
                before.add(new TokenSpan(token.start(), Math.min(token.end(), span.startColumn()), token.kind()));
            }
        }
        List<TokenSpan> after = new ArrayList<>();
        int shift = span.newEndColumn() - span.endColumn();
        for (TokenSpan token : tail) {
            if (token.end() > span.endColumn()) {
                after.add(new TokenSpan(
                        Math.max(token.start(), span.endColumn()) + shift, token.end() + shift, token.kind()));
            }
        }
        List<Painted> now = new ArrayList<>();
        if (span.linesAdded() == 0) {
            now.add(stale(joined(before, after, span)));
        } else {
            now.add(stale(before));
            now.addAll(Collections.nCopies(span.linesAdded() - 1, stale(List.of())));
            now.add(stale(after));
        }
        List<@Nullable Painted> old = lines.subList(span.startLine(), span.endLine() + 1);
        old.clear();
        lines.addAll(span.startLine(), now);
    }

    /** What is typed into a token or behind a word looks like it. */
    private static List<TokenSpan> joined(List<TokenSpan> before, List<TokenSpan> after, Span span) {
        List<TokenSpan> all = new ArrayList<>(before);
        int gap = span.newEndColumn();
        if (!all.isEmpty() && all.getLast().end() == span.startColumn() && gap > span.startColumn()) {
            TokenSpan last = all.removeLast();
            boolean same = !after.isEmpty()
                    && after.getFirst().start() == gap
                    && after.getFirst().kind() == last.kind();
            boolean grows = last.kind() != TokenSpan.Kind.PUNCTUATION && last.kind() != TokenSpan.Kind.OPERATOR;
            int end =
                    same ? after.getFirst().end() : grows && span.endColumn() == span.startColumn() ? gap : last.end();
            all.add(new TokenSpan(last.start(), end, last.kind()));
            all.addAll(same ? after.subList(1, after.size()) : after);
            return all;
        }
        all.addAll(after);
        return all;
    }

    private List<TokenSpan> spans(int line) {
        Painted painted = line < lines.size() ? lines.get(line) : null;
        return painted == null ? List.of() : painted.spans();
    }

    private static Painted stale(List<TokenSpan> spans) {
        return new Painted(-1, List.copyOf(spans));
    }
}
