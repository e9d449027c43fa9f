package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.Completion;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long proposals take, from the key until they are there, while real lines are typed character by character into their files, the rest of
 * each file behind the caret. The first keys warm the process and do not count. One thread at a time.
 */
public final class Typing {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARMING_SHARE = 4;

    private final Times wall = new Times();
    private final Times processor = new Times();
    private final Map<String, Times> stages = new TreeMap<>();
    private int shown;
    private int listed;

    private Typing() {}

    static Typing measure(Completion completion, Rounds rounds, Duration time) {
        Typing typing = new Typing();
        long began = System.nanoTime();
        long warm = began + time.toNanos() / WARMING_SHARE;
        long end = began + time.toNanos();
        Rounds.Lines lines = rounds.lines();
        while (System.nanoTime() < end && lines.hasNext()) {
            Rounds.Drawn drawn = lines.next();
            typing.type(completion, drawn.file(), drawn.line(), warm, end);
        }
        return typing;
    }

    private void type(Completion completion, TestedFile file, TestedFile.Line line, long warm, long end) {
        String whole = file.document().text();
        long version = 1;
        for (int caret = line.start() + 1; caret <= line.end() && System.nanoTime() < end; caret++) {
            String buffer = whole.substring(0, caret) + whole.substring(line.end());
            Document document = new Document(file.document().path(), version++, buffer);
            long key = System.nanoTime();
            long processorBefore = THREADS.getCurrentThreadCpuTime();
            Answer answer = completion.at(new CompletionRequest(document, caret, Occasion.TYPED), Cancellation.NEVER);
            double millis = (System.nanoTime() - key) / 1e6;
            if (key >= warm) {
                wall.add(millis);
                processor.add((THREADS.getCurrentThreadCpuTime() - processorBefore) / 1e6);
                answer.stages().forEach((stage, took) -> stages.computeIfAbsent(stage, any -> new Times())
                        .add(took.toNanos() / 1e6));
                shown += answer.proposals().isEmpty() ? 0 : 1;
                listed += answer.items().isEmpty() ? 0 : 1;
            }
        }
    }

    /** By the clock. */
    public Times wall() {
        return wall;
    }

    /** By the processor, of the thread that asked. */
    public Times processor() {
        return processor;
    }

    /** By the clock, of each stage. */
    public Map<String, Times> stages() {
        return new LinkedHashMap<>(stages);
    }

    /** How many keys showed a line or a block unasked. */
    public int shown() {
        return shown;
    }

    /** How many keys showed a list of words. */
    public int listed() {
        return listed;
    }
}
