package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.AppFolders;
import dev.orrery.base.Messages;
import dev.orrery.indexer.CodeIndex;
import dev.orrery.indexer.CodeIndexes;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * What commands need from around them.
 *
 * @param folders where Orrery keeps its things
 * @param messages the user's language
 * @param in standard input, for commands that read it
 * @param out standard output
 * @param err standard error, for messages
 * @param progress whether somebody watches standard error, so that progress is worth showing
 * @param renderer what draws the map, as far as doctor asks
 * @param mapBench flies over the map
 */
public record CliContext(
        AppFolders folders,
        Messages messages,
        InputStream in,
        Output out,
        PrintStream err,
        ProgressShown progress,
        RendererProbe renderer,
        MapBench mapBench) {

    /** Whether a line of progress is shown. */
    public enum ProgressShown {
        ON_TERMINAL,
        NEVER
    }

    /** The context of this process. */
    public static CliContext ofProcess() {
        return new CliContext(
                AppFolders.current(),
                Messages.current(),
                System.in,
                new Output(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                StandardError.isTerminal() ? ProgressShown.ON_TERMINAL : ProgressShown.NEVER,
                RendererProbe.UNKNOWN,
                MapBench.NONE);
    }

    public CliContext with(RendererProbe probe) {
        return new CliContext(folders, messages, in, out, err, progress, probe, mapBench);
    }

    public CliContext with(MapBench bench) {
        return new CliContext(folders, messages, in, out, err, progress, renderer, bench);
    }

    /** Opens the repository that the user named. */
    CodeIndex open(String folder) throws OrreryException {
        try {
            return CodeIndexes.open(Path.of(folder), folders);
        } catch (InvalidPathException notAPath) {
            throw new OrreryException(UserMessage.of("app.cli.badpath", folder), notAPath);
        }
    }

    /** One line on standard error. */
    public void say(UserMessage message) {
        sayText(messages.text(message));
    }

    void sayText(String text) {
        err.println("orrery: " + text.replaceAll("\\s*\\R\\s*", " "));
    }
}
