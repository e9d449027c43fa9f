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
        Path pressure = proc.resolve("memory");
        Files.writeString(pressure, "some avg10=17.32 avg60=0.12 total=1\nfull avg10=0.00\n");
        assertEquals(17.32, SystemMemory.stalled(pressure));
        Files.writeString(pressure, "something else");
        assertEquals(0, SystemMemory.stalled(pressure));
        assertEquals(0, SystemMemory.stalled(proc.resolve("nothing")));
        SystemMemory.Reading reading = SystemMemory.ofMachine().read();
        assertTrue(reading.totalBytes() > 0 && reading.availableBytes() > 0);
    }

    @Test
    void stallingIsShortToo() {
        assertTrue(new SystemMemory.Reading(64_000_000_000L, 30_000_000_000L, 20).isShort());
    }

    @Test
    void shortIsLittleOfALargeMachineAndOfASmallOne() {
        assertFalse(new SystemMemory.Reading(64_000_000_000L, 500_000_000, 0).isShort());
        assertTrue(new SystemMemory.Reading(64_000_000_000L, 300_000_000, 0).isShort());
        assertFalse(new SystemMemory.Reading(2_000_000_000L, 150_000_000, 0).isShort());
    }
}
