package dev.orrery.models.safety;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What screening finds in attacks and in honest files, and how long it takes; see {@code src-test/bench/safety.sh}. */
final class SafetyBench {
    private static final int LONGEST = 4 << 20;

    private final InjectionScanner scanner = InjectionScanner.load();
    private final boolean listing = Boolean.getBoolean("list");

    public static void main(String[] folders) throws IOException {
        SafetyBench bench = new SafetyBench();
        bench.recall();
        for (String folder : folders) {
            bench.honest(Path.of(folder));
        }
    }

    private void recall() {
        Map<String, int[]> kinds = new TreeMap<>();
        for (AttackCorpus.Attack attack : AttackCorpus.read()) {
            boolean found = !scanner.scan(AttackCorpus.carried(attack)).isEmpty();
            for (String kind : List.of(attack.kind(), "~all")) {
                int[] counts = kinds.computeIfAbsent(kind, absent -> new int[2]);
                counts[0] += found ? 1 : 0;
                counts[1]++;
            }
            if (!found && listing) {
                System.out.println(
                        "missed, " + scanner.worst(attack.text()) + " " + attack.kind() + ": " + attack.text());
            }
        }
        kinds.forEach((kind, counts) -> System.out.printf("recall %-22s %3d of %3d%n", kind, counts[0], counts[1]));
    }

    private void honest(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/.git/"))
                    .sorted()
                    .toList()) {
                if (Files.size(file) < LONGEST) {
                    try {
                        String text = StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                                .toString();
                        if (text.indexOf('\0') < 0) {
                            texts.add(text);
                            paths.add(folder.relativize(file));
                        }
                    } catch (CharacterCodingException binary) {
                        continue;
                    }
                }
            }
        }
        int flagged = 0;
        int secretFiles = 0;
        int secrets = 0;
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            List<InjectionScanner.Hit> hits = scanner.scan(text);
            flagged += hits.isEmpty() ? 0 : 1;
            if (listing) {
                hits.forEach(hit ->
                        System.out.println("  alarm " + hit.sign() + ": " + shown(text, hit.start(), hit.end())));
            }
            List<Secret> found = Secrets.find(text, paths.get(at).toString());
            secrets += found.size();
            secretFiles += found.isEmpty() ? 0 : 1;
            if (listing) {
                Path path = paths.get(at);
                found.forEach(secret -> System.out.println("  secret " + secret.type() + " " + path + ": "
                        + shown(text, Math.max(0, secret.start() - 30), secret.end())));
            }
        }
        System.out.printf(
                "%s: %d files, %d with an alarm (%.3f %%), %d secrets in %d files%n",
                folder, texts.size(), flagged, 100.0 * flagged / texts.size(), secrets, secretFiles);
        for (int round = 0; round < 3; round++) {
            time(texts);
        }
    }

    private static String shown(String text, int start, int end) {
        return text.substring(start, Math.min(end, start + 300)).replaceAll("\\s+", " ");
    }

    /** Processor time of this thread a file, of the injection scan and of the search for secrets. */
    private void time(List<String> texts) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] scans = new long[texts.size()];
        long[] finds = new long[texts.size()];
        for (int at = 0; at < scans.length; at++) {
            long start = threads.getCurrentThreadCpuTime();
            scanner.scan(texts.get(at));
            long between = threads.getCurrentThreadCpuTime();
            Secrets.find(texts.get(at), "a.java");
            scans[at] = between - start;
            finds[at] = threads.getCurrentThreadCpuTime() - between;
        }
        System.out.println("  injection " + percentiles(scans) + ", secrets " + percentiles(finds));
    }

    private static String percentiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "p50 %.2f p99 %.2f max %.2f ms"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        sorted[sorted.length - 1] / 1e6);
    }
}
