package dev.orrery.bench;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/**
 * How long a user waits, seen from outside: starts a command on a screen of its own (Xvfb) and looks at the screen's memory
 * every few milliseconds. The window is there once most of the screen is painted; the map is there once its middle has more
 * colours than any other picture of the window has. Prints both times of each start, since the process's start, and the processor
 * time until then; keeps the screen as it was at that moment, so that one can see what was counted.
 *
 * <pre>java -cp CLASSPATH dev.orrery.bench.FirstPicture OUT TIMES window|map COMMAND…</pre>
 */
public final class FirstPicture {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int MAP_COLOURS = 1_500;
    private static final long LOOK_NANOS = 10_000_000;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Path screen;
    private final int display;

    private FirstPicture(Path folder, int display) {
        this.screen = folder.resolve("Xvfb_screen0");
        this.display = display;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path pictures = Files.createDirectories(Path.of(arguments[0]));
        int times = Integer.parseInt(arguments[1]);
        boolean untilMap = arguments[2].equals("map");
        List<String> command = List.of(arguments).subList(3, arguments.length);
        double[] waited = new double[times];
        for (int i = 0; i < times; i++) {
            waited[i] = once(command, untilMap, pictures.resolve(arguments[2] + "-" + i + ".png"), out);
        }
        Arrays.sort(waited);
        out.printf(Locale.ROOT, "median %.2f s%n", waited[times / 2]);
    }

    private static double once(List<String> command, boolean untilMap, Path picture, PrintStream out)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("first-picture");
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-fbdir",
                        folder.toString(),
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int display = Integer.parseInt(
                    server.inputReader(StandardCharsets.US_ASCII).readLine().strip());
            return new FirstPicture(folder, display).watch(command, untilMap, picture, out);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private double watch(List<String> command, boolean untilMap, Path picture, PrintStream out)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DISPLAY", ":" + display);
        try (FileChannel file = FileChannel.open(screen)) {
            MappedByteBuffer memory = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            long start = System.nanoTime();
            Process process = builder.start();
            try {
                double window = until(memory, process, start, false);
                double map = untilMap ? until(memory, process, start, true) : window;
                double processor = process.toHandle()
                                .info()
                                .totalCpuDuration()
                                .orElseThrow()
                                .toMillis()
                        / 1e3;
                ImageIO.write(image(memory), "png", picture.toFile());
                out.printf(Locale.ROOT, "window %.2f s", window);
                if (untilMap) {
                    out.printf(Locale.ROOT, ", map %.2f s", map);
                }
                out.printf(Locale.ROOT, ", processor %.2f s%n", processor);
                return map;
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        }
    }

    private static double until(MappedByteBuffer memory, Process process, long start, boolean map) {
        while (true) {
            boolean there = map ? colours(memory) >= MAP_COLOURS : isPainted(memory);
            long now = System.nanoTime();
            if (there) {
                return (now - start) / 1e9;
            }
            if (!process.isAlive() || now - start > PATIENCE_NANOS) {
                throw new IllegalStateException("nothing to be seen, " + colours(memory) + " colours");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /** Whether most of the screen is no longer the empty screen's black. */
    private static boolean isPainted(ByteBuffer memory) {
        ByteBuffer words = memory.duplicate().order(ByteOrder.BIG_ENDIAN);
        int painted = 0;
        for (int y = 10; y < HEIGHT; y += 20) {
            for (int x = 10; x < WIDTH; x += 20) {
                painted += pixel(words, x, y) == 0 ? 0 : 1;
            }
        }
        return painted > WIDTH / 20 * (HEIGHT / 20) / 2;
    }

    /** Different colours in the middle half of the screen, of every ninth pixel: looking must not cost what is measured. */
    private static int colours(ByteBuffer memory) {
        ByteBuffer words = memory.duplicate().order(ByteOrder.BIG_ENDIAN);
        BitSet seen = new BitSet(1 << 24);
        for (int y = HEIGHT / 4; y < HEIGHT * 3 / 4; y += 3) {
            for (int x = WIDTH / 4; x < WIDTH * 3 / 4; x += 3) {
                seen.set(pixel(words, x, y));
            }
        }
        return seen.cardinality();
    }

    /** The screen is kept as an X window dump: a head of big-endian words, then the colour map, then the lines. */
    private static int pixel(ByteBuffer words, int x, int y) {
        int begin = words.getInt(0) + words.getInt(19 * Integer.BYTES) * 12;
        int line = words.getInt(12 * Integer.BYTES);
        int word = words.getInt(begin + y * line + x * Integer.BYTES);
        return (words.getInt(7 * Integer.BYTES) == 0 ? Integer.reverseBytes(word) : word) & 0xffffff;
    }

    private static BufferedImage image(ByteBuffer memory) {
        ByteBuffer words = memory.duplicate().order(ByteOrder.BIG_ENDIAN);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, pixel(words, x, y));
            }
        }
        return image;
    }
}
