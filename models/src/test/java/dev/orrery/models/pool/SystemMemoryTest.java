package dev.orrery.models.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemMemoryTest {
    @TempDir
    private Path proc;

    @Test
    void readsWhatLinuxTells() throws IOException {
        Files.writeString(proc.resolve("meminfo"), "MemTotal:  1 kB\nMemFree: 5 kB\nMemAvailable:    1234 kB\n");
        Files.createDirectories(proc.resolve("pressure"));
        Files.writeString(proc.resolve("pressure/memory"), "some avg10=17.32 avg60=0.12 total=1\nfull avg10=0.00\n");
        SystemMemory.Reading reading = SystemMemory.of(proc).read();
        assertEquals(1234 * 1024, reading.availableBytes());
        assertEquals(17, reading.stalledPercent());
        assertTrue(reading.isShort());
    }

    @Test
    void elsewhereTheRuntimeTells() {
        SystemMemory.Reading reading = SystemMemory.of(proc.resolve("nothing")).read();
        assertTrue(reading.totalBytes() > 0 && reading.availableBytes() > 0);
        assertEquals(0, reading.stalledPercent());
    }

    @Test
    void shortIsLittleOfALargeMachineAndOfASmallOne() {
        assertFalse(new SystemMemory.Reading(64_000_000_000L, 500_000_000, 0).isShort());
        assertTrue(new SystemMemory.Reading(64_000_000_000L, 300_000_000, 0).isShort());
        assertFalse(new SystemMemory.Reading(2_000_000_000L, 150_000_000, 0).isShort());
    }
}
