package dev.orrery.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Moves damaged files and folders to a numbered sibling, {@code NAME.damaged-NUMBER}, and keeps only the newest few. */
public final class SetAside {
    private static final String MARK = ".damaged-";

    private SetAside() {}

    /**
     * @param kept how many of the file's damaged siblings stay
     * @return where the file or folder is now; empty where there was none
     */
    public static Optional<Path> move(Path path, int kept) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        List<Integer> numbers = numbers(path);
        int next = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
        Path aside = sibling(path, next);
        Files.move(path, aside);
        numbers.add(next);
        for (int number : numbers.subList(0, Math.max(0, numbers.size() - kept))) {
            Folders.delete(sibling(path, number));
        }
        return Optional.of(aside);
    }

    private static Path sibling(Path path, int number) {
        return path.resolveSibling(path.getFileName() + MARK + number);
    }

    /** Ascending. */
    private static List<Integer> numbers(Path path) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        String prefix = path.getFileName() + MARK;
        try (var siblings = Files.newDirectoryStream(path.toAbsolutePath().getParent())) {
            for (Path sibling : siblings) {
                String name = sibling.getFileName().toString();
                String digits = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
                if (digits.matches("[0-9]{1,8}")) {
                    numbers.add(Integer.parseInt(digits));
                }
            }
        }
        Collections.sort(numbers);
        return numbers;
    }
}
