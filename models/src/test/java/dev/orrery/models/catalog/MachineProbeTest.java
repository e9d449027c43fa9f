package dev.orrery.models.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MachineProbeTest {
    @Test
    void thisMachineHasWhatItMustHave() {
        Machine machine = MachineProbe.look();
        assertTrue(machine.cores() > 0);
        assertTrue(machine.memoryBytes() > 100_000_000);
        assertTrue(machine.availableBytes() > 0 && machine.availableBytes() <= machine.memoryBytes());
    }

    @Test
    void readsWhatLinuxSays() {
        String meminfo = "MemTotal:       16274148 kB\nMemFree:          318660 kB\nMemAvailable:    9512300 kB\n";
        assertEquals(OptionalLong.of(16274148L * 1024), MachineProbe.entry(meminfo, "MemTotal"));
        assertEquals(OptionalLong.of(9512300L * 1024), MachineProbe.entry(meminfo, "MemAvailable"));
        assertEquals(OptionalLong.empty(), MachineProbe.entry("MemTotal: many kB\n", "MemTotal"));
    }

    @Test
    void readsWhatNvidiaSays() {
        assertEquals(
                List.of(new Machine.Gpu("NVIDIA GeForce RTX 4090", 24564L << 20, 23028L << 20)),
                MachineProbe.gpus("NVIDIA GeForce RTX 4090, 24564, 23028\n"));
        assertEquals(List.of(), MachineProbe.gpus("NVIDIA-SMI has failed because it couldn't communicate\n"));
        assertEquals(List.of(), MachineProbe.gpus("Some GPU, [N/A], [N/A]\n"));
    }
}
