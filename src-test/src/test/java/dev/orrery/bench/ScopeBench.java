package dev.orrery.bench;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.api.ScopeName;
import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.link.Linker;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.KeptFacts;
import dev.orrery.indexer.parse.ParseOutcome.Parsed;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.scope.ScopeFinder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * How often the true name is among those in scope, and how long it takes: {@code DIR [samples] [seed] [misses]}. Files are drawn
 * with equal chance and identifiers in them too; the file is out of the index while it is asked about, and the identifier is out
 * of the text. Each is asked about three times: with all the rest of the text, without the rest of its line, and without all
 * that follows. Places where a name is made up and the inside of comments and literals do not count.
 */
public final class ScopeBench {
    private static final Pattern NAME = Pattern.compile("(?<![\\w$.'])[A-Za-z_$][\\w$]*|(?<=\\.)[A-Za-z_$][\\w$]*");
    private static final Pattern BLANK = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'", Pattern.DOTALL);
    private static final boolean SHOW_ALL = Boolean.getBoolean("all");
    private static final int EACH = 12;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is left of the text behind the caret. */
    private enum Cut {
        REST_KEPT,
        LINE_CUT,
        END_CUT
    }

    /** Sums over carets of one kind. */
    private static final class Row {
        int asked;
        int found;
        int complete;
        int completeFound;
        int receivers;
        long names;
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> processor = new ArrayList<>();
    private final Map<Place, Integer> passedOver = new TreeMap<>();
    private int misses;

    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(arguments[0]);
        int samples = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        ScopeBench bench = new ScopeBench();
        bench.misses = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        bench.run(root, samples, seed);
    }

    private void run(Path root, int samples, long seed) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
        Map<String, KeptFacts> facts = new TreeMap<>();
        try (Parsing parsing = new Parsing()) {
            for (Path file : files) {
                String path = root.relativize(file).toString();
                if (parsing.parse(path, Files.readAllBytes(file)) instanceof Parsed parsed) {
                    facts.put(path, KeptFacts.of(parsed.facts()));
                }
            }
        }
        Linker linker = new Linker(1, ClassPath.EMPTY);
        linker.declare(facts, List.of());
        LiveTypes types = linker.live();
        try (ScopeFinder finder = new ScopeFinder(new Ready(types))) {
            Random random = new Random(seed);
            sample(root, files, facts, linker, finder, samples / 4, new Random(seed + 1));
            rows.clear();
            millis.clear();
            processor.clear();
            passedOver.clear();
            sample(root, files, facts, linker, finder, samples, random);
        }
        print();
    }

    private record Ready(LiveTypes now) implements ScopeFinder.Types {
        @Override
        public boolean areReady() {
            return true;
        }

        @Override
        public void warm(Cancellation cancellation) {}
    }

    private void sample(
            Path root,
            List<Path> files,
            Map<String, KeptFacts> facts,
            Linker linker,
            ScopeFinder finder,
            int samples,
            Random random)
            throws Exception {
        for (int done = 0; done < samples; ) {
            Path file = files.get(random.nextInt(files.size()));
            String path = root.relativize(file).toString();
            KeptFacts own = facts.get(path);
            String text = Files.readString(file);
            List<int[]> names = names(text);
            if (own == null || names.isEmpty()) {
                done++;
                continue;
            }
            linker.declare(Map.of(), List.of(path));
            for (int i = 0; i < EACH; i++, done++) {
                int[] name = names.get(random.nextInt(names.size()));
                for (Cut cut : Cut.values()) {
                    ask(finder, path, text, name[0], name[1], cut);
                }
            }
            linker.declare(Map.of(path, own), List.of());
        }
    }

    private static List<int[]> names(String text) {
        List<int[]> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(
                BLANK.matcher(text).replaceAll(blank -> " ".repeat(blank.group().length())));
        while (matcher.find()) {
            if (!SourceVersion.isKeyword(matcher.group())
                    && !Set.of("var", "record", "yield", "sealed", "permits", "when")
                            .contains(matcher.group())) {
                names.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return names;
    }

    private void ask(ScopeFinder finder, String path, String text, int start, int end, Cut cut) {
        int line = text.indexOf('\n', end);
        String rest =
                switch (cut) {
                    case REST_KEPT -> text.substring(end);
                    case LINE_CUT -> line < 0 ? "" : text.substring(line);
                    case END_CUT -> "";
                };
        String name = text.substring(start, end);
        Document document = new Document(path, 1, text.substring(0, start) + rest);
        long worked = THREADS.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        Scope scope = finder.at(document, start, Cancellation.NEVER);
        millis.add((System.nanoTime() - begin) / 1e6);
        processor.add((THREADS.getCurrentThreadCpuTime() - worked) / 1e6);
        if (scope.place() == Place.TEXT || scope.place() == Place.DECLARATION) {
            passedOver.merge(scope.place(), 1, Integer::sum);
            if (misses > 0 && scope.place() == Place.DECLARATION && cut == Cut.REST_KEPT && isUsedOften(text, name)) {
                show("made up?", path, text, start, name, scope);
            }
            return;
        }
        boolean found = scope.names().stream().map(ScopeName::name).anyMatch(name::equals);
        for (String key : new String[] {cut + " " + scope.place(), cut + " all"}) {
            Row row = rows.computeIfAbsent(key, each -> new Row());
            row.asked++;
            row.found += found ? 1 : 0;
            row.complete += scope.isComplete() ? 1 : 0;
            row.completeFound += scope.isComplete() && found ? 1 : 0;
            row.receivers += scope.receiver().isEmpty() ? 0 : 1;
            row.names += scope.names().size();
        }
        if (!found && misses > 0 && (scope.isComplete() || (cut == Cut.REST_KEPT && SHOW_ALL))) {
            show(cut + (scope.isComplete() ? " COMPLETE" : ""), path, text, start, name, scope);
        }
    }

    private static boolean isUsedOften(String text, String name) {
        return text.split("\\b" + Pattern.quote(name) + "\\b", -1).length > 8;
    }

    private void show(String why, String path, String text, int start, String name, Scope scope) {
        misses--;
        int from = text.lastIndexOf('\n', start) + 1;
        int to = text.indexOf('\n', start);
        System.out.printf(
                "%s %s receiver '%s' expected '%s' %d names: '%s' in %s: %s%n",
                why,
                scope.place(),
                scope.receiver(),
                scope.expected(),
                scope.names().size(),
                name,
                path,
                text.substring(from, start).strip() + " ⟦" + name + "⟧ "
                        + text.substring(start + name.length(), to < 0 ? text.length() : to));
    }

    private void print() {
        System.out.printf(
                "%-26s %6s %8s %9s %15s %8s %10s%n",
                "", "carets", "recall", "complete", "recall of these", "names", "receivers");
        rows.forEach((key, row) -> System.out.printf(
                Locale.ROOT,
                "%-26s %6d %8.3f %9.3f %15.4f %8.0f %10.3f%n",
                key,
                row.asked,
                (double) row.found / row.asked,
                (double) row.complete / row.asked,
                row.complete == 0 ? 0 : (double) row.completeFound / row.complete,
                (double) row.names / row.asked,
                (double) row.receivers / row.asked));
        System.out.println("not counted: " + passedOver);
        print("milliseconds", millis);
        print("of processor", processor);
    }

    private static void print(String name, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.2f, p95 %.2f, p99 %.2f, most %.1f%n",
                name,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100],
                Arrays.stream(sorted).max().orElse(0));
    }
}
