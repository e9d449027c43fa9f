package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where a caret stands, as users say it: a file of the repository, a line and a UTF-16 column, both from 1. */
final class CaretPlace {
    private static final int MOST_BYTES = 64 << 20;

    private CaretPlace() {}

    /**
     * The path relative to the root, as the index writes it; it need not exist. Empty where it is none, or leads out of the repository, by links
     * too.
     */
    static Optional<String> inside(Path root, String file) throws OrreryException {
        try {
            Path path = root.resolve(file).normalize();
            return path.startsWith(root) && !path.equals(root) && isReallyInside(root, path)
                    ? Optional.of(root.relativize(path).toString().replace('\\', '/'))
                    : Optional.empty();
        } catch (InvalidPathException notAPath) {
            throw new OrreryException(UserMessage.of("app.cli.badpath", file), notAPath);
        }
    }

    /** Whether the nearest thing above that exists lies in the repository. */
    private static boolean isReallyInside(Path root, Path path) {
        Path existing = path;
        while (existing != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        try {
            return existing != null && existing.toRealPath().startsWith(root);
        } catch (IOException leadsNowhere) {
            return false;
        }
    }

    /** The buffer that somebody pipes in. */
    static String standardInput(CliContext context) throws OrreryException, IOException {
        byte[] bytes = context.in().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new OrreryException(UserMessage.of("app.cli.context.large", MOST_BYTES >> 20));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * How many UTF-16 units stand before the caret. A line ends with a line feed, and a carriage return before it is no column of it.
     *
     * @throws WrongUsage where there is no such place
     */
    static int offset(String text, int line, int column) {
        int start = 0;
        for (int at = 1; at < line && start >= 0; at++) {
            int end = text.indexOf('\n', start);
            start = end < 0 ? -1 : end + 1;
        }
        if (line < 1 || start < 0) {
            throw new WrongUsage(UserMessage.of(
                    "app.cli.context.badline",
                    line,
                    1 + text.chars().filter(c -> c == '\n').count()));
        }
        int end = text.indexOf('\n', start);
        int last = end < 0 ? text.length() : end;
        int length = last - start - (end > start && text.charAt(end - 1) == '\r' ? 1 : 0);
        if (column < 1 || column > length + 1) {
            throw new WrongUsage(UserMessage.of("app.cli.context.badcolumn", column, line, length + 1));
        }
        int offset = start + column - 1;
        if (offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))) {
            throw new WrongUsage(UserMessage.of("app.cli.context.halfcolumn", column, line));
        }
        return offset;
    }

    /** The line of an offset, from 1. */
    static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** The UTF-16 column of an offset, from 1. */
    static int column(String text, int offset) {
        return offset - text.lastIndexOf('\n', offset - 1);
    }
}
