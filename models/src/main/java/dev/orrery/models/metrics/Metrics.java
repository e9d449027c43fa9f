package dev.orrery.models.metrics;

import dev.orrery.api.ModelAnswer.Usage;
import dev.orrery.models.ledger.Asked;
import dev.orrery.models.ledger.Ended;
import dev.orrery.models.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts requests that have ended. Safe from any thread.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats, Prometheus</a>
 */
public final class Metrics {
    /** Upper bounds of the histogram's buckets, in seconds. */
    private static final List<Double> BOUNDS =
            List.of(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0);

    private final Map<String, Double> requests = new TreeMap<>();
    private final Map<String, Double> promptTokens = new TreeMap<>();
    private final Map<String, Double> reusedTokens = new TreeMap<>();
    private final Map<String, Double> tokens = new TreeMap<>();
    private final Map<String, Double> microDollars = new TreeMap<>();
    private final Map<String, Histogram> seconds = new TreeMap<>();

    private static final class Histogram {
        private final long[] counts = new long[BOUNDS.size() + 1];
        private double sum;

        void add(Duration duration) {
            double value = duration.toNanos() / 1e9;
            int bucket = 0;
            while (bucket < BOUNDS.size() && value > BOUNDS.get(bucket)) {
                bucket++;
            }
            counts[bucket]++;
            sum += value;
        }
    }

    public synchronized void add(Asked asked, Ended ended) {
        String model = label("engine", ended.engine()) + "," + label("model", ended.model());
        String task = model + "," + label("task", lower(asked.task()));
        Usage usage = ended.usage();
        requests.merge(task + "," + label("outcome", lower(ended.outcome())), 1.0, Double::sum);
        promptTokens.merge(model, (double) usage.promptTokens(), Double::sum);
        reusedTokens.merge(model, (double) usage.reusedTokens(), Double::sum);
        tokens.merge(model, (double) usage.tokens(), Double::sum);
        microDollars.merge(model, (double) usage.microDollars(), Double::sum);
        if (ended.outcome() == Outcome.ANSWERED) {
            seconds.computeIfAbsent(task, absent -> new Histogram()).add(usage.total());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** All figures in Prometheus's text format, version 0.0.4. */
    public synchronized String text() {
        StringBuilder text = new StringBuilder();
        counter(text, "orrery_requests_total", "Requests to models that have ended.", requests);
        counter(text, "orrery_prompt_tokens_total", "Tokens read.", promptTokens);
        counter(text, "orrery_reused_tokens_total", "Tokens read that were known from before.", reusedTokens);
        counter(text, "orrery_tokens_total", "Tokens made.", tokens);
        counter(text, "orrery_cost_microdollars_total", "Money spent, in millionths of a US dollar.", microDollars);
        head(text, "orrery_request_seconds", "Time of answered requests until the last token.", "histogram");
        seconds.forEach((labels, histogram) -> histogram(text, labels, histogram));
        return text.toString();
    }

    private static void counter(StringBuilder text, String name, String help, Map<String, Double> values) {
        head(text, name, help, "counter");
        values.forEach((labels, value) -> line(text, name, labels, number(value)));
    }

    private static void head(StringBuilder text, String name, String help, String type) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, String value) {
        text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static void histogram(StringBuilder text, String labels, Histogram histogram) {
        String name = "orrery_request_seconds";
        long below = 0;
        for (int at = 0; at <= BOUNDS.size(); at++) {
            below += histogram.counts[at];
            String bound = at == BOUNDS.size() ? "+Inf" : BOUNDS.get(at).toString();
            line(text, name + "_bucket", labels + "," + label("le", bound), Long.toString(below));
        }
        line(text, name + "_sum", labels, number(histogram.sum));
        line(text, name + "_count", labels, Long.toString(below));
    }
}
