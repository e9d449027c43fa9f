package dev.orrery.models.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks at this machine. Memory is what Linux says in {@code /proc/meminfo}, bounded by the container's limit, and elsewhere what the
 * Java runtime says; graphics processors are what {@code nvidia-smi} lists, where it is installed.
 */
public final class MachineProbe {
    private static final Path MEMINFO = Path.of("/proc/meminfo");
    private static final int KIB = 1024;
    private static final int SMI_SECONDS = 5;
    private static final int SMI_OUTPUT = 64 * KIB;
    private static final Pattern SMI_LINE = Pattern.compile("(.{1,100}), *([0-9]{1,9}), *([0-9]{1,9})");

    private MachineProbe() {}

    /** The processor and the memory as they are now; quick, and no graphics processor is looked for. */
    public static Machine look() {
        var system = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        long allowed = system.getTotalMemorySize();
        long unused = system.getFreeMemorySize();
        try {
            if (Files.isReadable(MEMINFO)) {
                String meminfo = Files.readString(MEMINFO, StandardCharsets.ISO_8859_1);
                OptionalLong total = entry(meminfo, "MemTotal");
                OptionalLong available = entry(meminfo, "MemAvailable");
                if (total.isPresent() && available.isPresent()) {
                    boolean limited = allowed < total.getAsLong();
                    allowed = Math.min(allowed, total.getAsLong());
                    unused = limited ? Math.min(unused, available.getAsLong()) : available.getAsLong();
                }
            }
        } catch (IOException unreadable) {
            System.getLogger(MachineProbe.class.getName()).log(System.Logger.Level.DEBUG, "meminfo", unreadable);
        }
        return new Machine(Runtime.getRuntime().availableProcessors(), allowed, unused, List.of());
    }

    /** Graphics processors; starts a program and waits for it up to five seconds. Empty where there is none to be found. */
    public static List<Machine.Gpu> gpus() {
        Process process;
        try {
            process = new ProcessBuilder(
                            "nvidia-smi", "--query-gpu=name,memory.total,memory.free", "--format=csv,noheader,nounits")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException notInstalled) {
            return List.of();
        }
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            if (!process.waitFor(SMI_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                return List.of();
            }
            return gpus(new String(out.readNBytes(SMI_OUTPUT), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        } finally {
            process.destroyForcibly();
        }
    }

    static List<Machine.Gpu> gpus(String listing) {
        List<Machine.Gpu> gpus = new ArrayList<>();
        for (String line : listing.lines().toList()) {
            Matcher matcher = SMI_LINE.matcher(line.strip());
            if (matcher.matches()) {
                gpus.add(new Machine.Gpu(
                        matcher.group(1),
                        Long.parseLong(matcher.group(2)) * KIB * KIB,
                        Long.parseLong(matcher.group(3)) * KIB * KIB));
            }
        }
        return List.copyOf(gpus);
    }

    static OptionalLong entry(String meminfo, String name) {
        Matcher matcher =
                Pattern.compile("(?m)^" + name + ": +([0-9]{1,15}) kB$").matcher(meminfo);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1)) * KIB) : OptionalLong.empty();
    }
}
