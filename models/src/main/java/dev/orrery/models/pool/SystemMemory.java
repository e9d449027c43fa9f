package dev.orrery.models.pool;

import dev.orrery.models.catalog.Machine;
import dev.orrery.models.catalog.MachineProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells how much memory the machine has left. Quick; safe from any thread. */
@FunctionalInterface
public interface SystemMemory {
    /** Where Linux says it. */
    Path PRESSURE = Path.of("/proc/pressure/memory");

    /** The share of the last ten seconds in which some work waited. */
    Pattern STALLED = Pattern.compile("some avg10=([0-9]{1,3}\\.[0-9]{1,3})");

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
        private static final double MUCH_STALLED = 10;

        /** Whether something should be given back before the system begins to swap. */
        public boolean isShort() {
            return availableBytes < Math.min(LITTLE, totalBytes / LITTLE_SHARE) || stalledPercent > MUCH_STALLED;
        }
    }

    /** This machine; Linux also tells how long work waits for memory (pressure stall information). */
    static SystemMemory ofMachine() {
        return () -> {
            Machine machine = MachineProbe.look();
            return new Reading(machine.memoryBytes(), machine.availableBytes(), stalled(PRESSURE));
        };
    }

    /** The percentage in a pressure file of Linux; 0 where there is none. */
    static double stalled(Path pressure) {
        try {
            if (Files.isReadable(pressure)) {
                Matcher matcher = STALLED.matcher(Files.readString(pressure, StandardCharsets.ISO_8859_1));
                return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
            }
        } catch (IOException notTold) {
            System.getLogger(SystemMemory.class.getName()).log(System.Logger.Level.DEBUG, pressure.toString(), notTold);
        }
        return 0;
    }
}
