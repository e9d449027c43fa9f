package dev.orrery.indexer.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Makes folders, files and ignore patterns that are likely to have something to do with each other. */
record RandomTree(Random random, Path root) {
    private static final List<String> NAMES = List.of(
            "a",
            "b",
            "ab",
            "abc",
            "foo",
            "foo.o",
            "foo.java",
            "bar.o",
            "x y",
            "x ",
            "\u00e9t\u00e9",
            "#h",
            "!n",
            "[b]",
            "a-b",
            ".hidden",
            "A",
            "b.c.d",
            "**",
            "a\\b",
            "{a,b}",
            "target",
            "build",
            "z1",
            "z9");
    /** Pieces that git and ripgrep read alike. */
    static final List<String> SHARED = List.of(
            "*", "**", "?", "/", "/", "a", "b", "foo", ".o", "*.o", "target/", "[ab]", "[!a]", "[a-z]", "\u00e9",
            "x\\ ", "/**/", "**/", "/**", "!", "ab", ".java", "\\#h", "\\!n", "build", "[^b]", "z[0-5]", "*.*");
    /** Pieces of which ripgrep has its own opinion. */
    static final List<String> GIT_ONLY = List.of(
            "{a,b}", "[[:alpha:]]", "[\\]a]", "\\*", "[a", "\\[b\\]", " ", "\\", "[[:bad:]]", "[]a]", "[a-", "x ");

    /** After the start of a name ripgrep lets a class of what may not be there match a slash, git never does. */
    private static final Pattern CLASS_ACROSS_FOLDERS = Pattern.compile(".+[^/]\\[[!^].*|[^/!]\\[[!^].*");

    /** Git reads two stars behind plain text as at a pattern's start, against its own manual; ripgrep keeps to it. */
    private static final Pattern STARS_BEHIND_TEXT = Pattern.compile("!?[^*?\\[\\\\]*[^/!*?\\[\\\\]\\*\\*.*");

    void grow(Path folder, int depth) throws IOException {
        Files.createDirectories(folder);
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            Path entry = folder.resolve(pick(NAMES));
            if (Files.exists(entry)) {
                continue;
            }
            if (depth > 0 && random.nextInt(3) == 0) {
                grow(entry, depth - 1);
            } else {
                Files.writeString(entry, "text\n");
            }
        }
    }

    /** Writes ignore files of the given names into some folders. */
    void sprinkle(List<String> names, List<String> pieces) throws IOException {
        try (var folders = Files.walk(root)) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                boolean git = root.relativize(folder).startsWith(".git");
                if (!git && (folder.equals(root) || random.nextInt(4) == 0)) {
                    Files.writeString(folder.resolve(pick(names)), patterns(pieces));
                }
            }
        }
    }

    String patterns(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 1 + random.nextInt(4); line++) {
            String pattern = pattern(pieces);
            while (pieces == SHARED
                    ? isOdd(pattern)
                    : STARS_BEHIND_TEXT.matcher(pattern).matches()) {
                pattern = pattern(pieces);
            }
            text.append(pattern).append(random.nextInt(8) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private String pattern(List<String> pieces) {
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "!" : "");
        for (int piece = 0; piece < 1 + random.nextInt(4); piece++) {
            text.append(pick(pieces));
        }
        return text.append(random.nextInt(8) == 0 ? "/" : "").toString();
    }

    /** Whether a line is degenerate, so that ripgrep takes it for something else than git does. */
    private static boolean isOdd(String pattern) {
        return pattern.replaceAll("[!/]", "").isEmpty()
                || CLASS_ACROSS_FOLDERS.matcher(pattern).matches()
                || pattern.contains("//")
                || pattern.contains("***")
                || pattern.startsWith("!!");
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
