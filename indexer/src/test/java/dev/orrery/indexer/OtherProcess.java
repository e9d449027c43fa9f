package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A second process that opens an index and does what it is told, a word a line; it answers a line each. */
final class OtherProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    OtherProcess(Sandbox sandbox) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        sandbox.root.toString(),
                        sandbox.folders.cache().getParent().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.UTF_8);
        orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    String ask(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
        return String.valueOf(answers.readLine());
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[1]);
        AppFolders folders = new AppFolders(home.resolve("config"), home.resolve("data"), home.resolve("cache"));
        PrintStream out = System.out;
        try (CodeIndex index = CodeIndexes.open(Path.of(arguments[0]), folders);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String order = in.readLine(); order != null; order = in.readLine()) {
                switch (order) {
                    case "refresh" ->
                        out.println(index.refresh(Progress.SILENT, Cancellation.NEVER)
                                .symbols());
                    case "watch" -> {
                        index.watch();
                        out.println("watching");
                    }
                    case "edit" -> {
                        index.edit(new Document("A.java", 1, "class A { void typedElsewhere() {} void more() {} }"));
                        index.refresh(Progress.SILENT, Cancellation.NEVER);
                        out.println("edited");
                    }
                    case "symbols" -> out.println(index.snapshot().symbolCount());
                    default -> out.println("?");
                }
                out.flush();
            }
        }
    }
}
