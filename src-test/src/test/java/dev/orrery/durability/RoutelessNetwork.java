package dev.orrery.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A network namespace of Linux without a route out. Whoever tries to reach an address elsewhere, by TCP or UDP, from Java or from native code,
 * from the process or a child of it, is told that there is no route, and the kernel counts it: {@code OutNoRoutes} of {@code
 * /proc/net/snmp} and {@code snmp6}. What goes to the loop-back address, as questions to a local resolver of names do, is counted among
 * {@code OutRequests}. Unix sockets are not counted.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4293">RFC 4293, ipIfStatsOutNoRoutes</a>
 */
record RoutelessNetwork(List<String> unshare) {
    private static final List<List<String>> WAYS = List.of(List.of("unshare", "-rn"), List.of("unshare", "-n"));
    /**
     * Runs the rest of its arguments, and then keeps what the kernel has counted in the file that is its name. Where the loop-back interface
     * is down, IPv6 has no address to send from, and gives up before it looks for a route.
     */
    private static final String SCRIPT = """
            ip link set dev lo up 2>/dev/null ||
              perl -e '$up = pack("a16 s x14", "lo", 1); socket(S, 2, 2, 0) and ioctl(S, 0x8914, $up) or exit 1' ||
              { echo 'the loop-back interface cannot be switched on'; exit 126; }
            "$@"
            status=$?
            cat /proc/self/net/snmp /proc/self/net/snmp6 > "$0" || exit 125
            exit $status
            """;

    /** By whatever this machine allows; where it allows nothing, the test is skipped and says why. */
    static RoutelessNetwork find() throws IOException, InterruptedException {
        List<String> refusals = new ArrayList<>();
        for (List<String> way : WAYS) {
            List<String> command = Stream.concat(
                            new RoutelessNetwork(way).prefix(Path.of("/dev/null")).stream(), Stream.of("true"))
                    .toList();
            try {
                Process process =
                        new ProcessBuilder(command).redirectErrorStream(true).start();
                String said = new String(process.getInputStream().readAllBytes());
                if (process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0) {
                    return new RoutelessNetwork(way);
                }
                refusals.add(String.join(" ", way) + ": " + said.strip());
            } catch (IOException notThere) {
                refusals.add(notThere.getMessage());
            }
        }
        return Assumptions.abort("no network namespace can be made here: " + String.join("; ", refusals));
    }

    /** What is put before a command, so that it runs in a namespace of its own. */
    List<String> prefix(Path counters) {
        return Stream.concat(unshare.stream(), Stream.of("sh", "-c", SCRIPT, counters.toString()))
                .toList();
    }

    /**
     * What was tried in a namespace.
     *
     * @param withoutRoute how often somebody wanted to reach an address
     * @param sent packets that went somewhere all the same
     */
    record Attempts(long withoutRoute, long sent) {
        static final Attempts NONE = new Attempts(0, 0);

        static Attempts read(Path counters) throws IOException {
            List<String> lines = Files.readAllLines(counters);
            return new Attempts(
                    column(lines, "Ip:", "OutNoRoutes") + line(lines, "Ip6OutNoRoutes"),
                    column(lines, "Ip:", "OutRequests") + line(lines, "Ip6OutRequests"));
        }

        /** A protocol has a line of names and then one of figures. */
        private static long column(List<String> lines, String protocol, String name) {
            List<String[]> two = lines.stream()
                    .filter(line -> line.startsWith(protocol))
                    .map(line -> line.split("\\s+"))
                    .toList();
            return Long.parseLong(two.get(1)[Arrays.asList(two.get(0)).indexOf(name)]);
        }

        /** 0 for a kernel without IPv6. */
        private static long line(List<String> lines, String name) {
            return lines.stream()
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words[0].equals(name))
                    .mapToLong(words -> Long.parseLong(words[1]))
                    .sum();
        }
    }
}
