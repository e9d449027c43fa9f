package dev.orrery.models.pool;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells how much memory the machine has left. Quick; safe from any thread. */
@FunctionalInterface
public interface SystemMemory {
    /** What it is now. */
    Reading read();

    /**
     * The machine's memory at one moment.
     *
     * @param totalBytes all of it
     * @param availableBytes that can be had without swapping
     * @param stalledPercent of the last ten seconds in which some work waited for memory, where the system tells; else 0
     */
    record Reading(long totalBytes, long availableBytes, double stalledPercent) {
        private static final long LITTLE = 400_000_000;
        private static final int LITTLE_SHARE = 20;
        private static final double STALLED = 10;

        /** Whether something should be given back before the system begins to swap. */
        public boolean isShort() {
            return availableBytes < Math.min(LITTLE, totalBytes / LITTLE_SHARE) || stalledPercent > STALLED;
        }
    }

    /** This machine: Linux tells what is available and how long work waits for memory (PSI), other systems what is free. */
    static SystemMemory ofMachine() {
        return of(Path.of("/proc"));
    }

    /** @param proc where Linux tells; where nothing is, the Java runtime is asked */
    static SystemMemory of(Path proc) {
        return () -> {
            var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
            long total = system.getTotalMemorySize();
            long free = system.getFreeMemorySize();
            long installed = number(proc.resolve("meminfo"), "MemTotal: +([0-9]{1,15}) kB", 0) * 1024;
            long available = number(proc.resolve("meminfo"), "MemAvailable: +([0-9]{1,15}) kB", -1) * 1024;
            boolean limited = total < installed;
            double stalled = number(proc.resolve("pressure/memory"), "some avg10=([0-9]{1,3})", 0);
            return new Reading(total, available < 0 ? free : limited ? Math.min(free, available) : available, stalled);
        };
    }

    private static long number(Path file, String pattern, long otherwise) {
        try {
            if (Files.isReadable(file)) {
                Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
            }
        } catch (IOException notTold) {
            System.getLogger(SystemMemory.class.getName()).log(System.Logger.Level.DEBUG, file.toString(), notTold);
        }
        return otherwise;
    }
}
