package dev.orrery.models.complete;

import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Keeps habits on disk: a line for each engine and range of probability with the engine's id, the range, how many were shown and how many
 * taken. Blocks.
 */
public final class HabitsFile {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRHABIT", 1);
    private static final int LARGEST = 1 << 16;
    private static final int COLUMNS = 4;

    private final AtomicFile file;
    private final Consumer<UserMessage> trouble;

    /** @param trouble hears what the user should know */
    public HabitsFile(Path path, Consumer<UserMessage> trouble) {
        this.file = new AtomicFile(path, FORMAT);
        this.trouble = trouble;
    }

    /** Takes over what is kept; where it cannot be used it is set aside and nothing is known. */
    public synchronized void read(Habits habits) {
        try {
            switch (file.read(LARGEST)) {
                case StoredContent.Intact(byte[] bytes) ->
                    habits.restore(counts(new String(bytes, StandardCharsets.UTF_8)));
                case StoredContent.Absent absent -> {}
                case StoredContent.OtherVersion other -> aside();
                case StoredContent.Damaged damaged -> aside();
            }
        } catch (NumberFormatException damaged) {
            aside();
        } catch (IOException unreadable) {
            trouble.accept(UserMessage.of("models.complete.habits.unreadable", file.path()));
        }
    }

    private void aside() {
        try {
            Path kept = file.setAside().orElse(file.path());
            trouble.accept(UserMessage.of("models.complete.habits.damaged", kept));
        } catch (IOException unmovable) {
            trouble.accept(UserMessage.of("models.complete.habits.unreadable", file.path()));
        }
    }

    private static Map<String, Habits.Counts> counts(String text) {
        Map<String, Habits.Counts> counts = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] cells = line.split(" ");
            if (cells.length != COLUMNS) {
                throw new NumberFormatException(line);
            }
            int range = Integer.parseInt(cells[1]);
            if (range < 0 || range >= Habits.RANGES) {
                throw new NumberFormatException(line);
            }
            Habits.Counts of = counts.computeIfAbsent(
                    cells[0], engine -> new Habits.Counts(new int[Habits.RANGES], new int[Habits.RANGES]));
            of.shown()[range] = Integer.parseInt(cells[2]);
            of.taken()[range] = Integer.parseInt(cells[3]);
        }
        return counts;
    }

    public synchronized void write(Habits habits) {
        StringBuilder text = new StringBuilder();
        habits.counts().forEach((engine, counts) -> {
            for (int range = 0; range < Habits.RANGES; range++) {
                if (counts.shown()[range] > 0) {
                    text.append(engine)
                            .append(' ')
                            .append(range)
                            .append(' ')
                            .append(counts.shown()[range])
                            .append(' ')
                            .append(counts.taken()[range])
                            .append('\n');
                }
            }
        });
        try {
            Folders.createPrivate(
                    Objects.requireNonNull(file.path().toAbsolutePath().getParent()));
            file.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException unwritable) {
            trouble.accept(UserMessage.of("models.complete.habits.unwritable", file.path()));
        }
    }
}
