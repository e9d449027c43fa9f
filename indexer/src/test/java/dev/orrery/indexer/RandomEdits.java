package dev.orrery.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Changes a tree of Java files the way people, editors and git do. */
final class RandomEdits {
    private final Path root;
    private final Random random;

    RandomEdits(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    void some(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            one();
        }
    }

    private void one() throws IOException {
        List<Path> files = files();
        Path file = files.isEmpty() ? fresh() : files.get(random.nextInt(files.size()));
        switch (random.nextInt(9)) {
            case 0, 1 -> write(fresh(), source());
            case 2, 3 -> write(file, source());
            case 4 -> saveByRename(file);
            case 5 -> Files.deleteIfExists(file);
            case 6 -> move(file, fresh());
            case 7 -> moveFolder(file);
            default -> write(root.resolve(".gitignore"), random.nextBoolean() ? "p1/\n" : "*.txt\nC3.java\n");
        }
    }

    private void saveByRename(Path file) throws IOException {
        Path temporary = root.resolve("save" + random.nextInt(1000) + ".tmp~");
        write(temporary, source());
        move(temporary, file);
    }

    private void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.createDirectories(to.getParent());
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void moveFolder(Path file) throws IOException {
        Path folder = file.getParent();
        Path target = root.resolve("p" + random.nextInt(6));
        if (!folder.equals(root) && Files.exists(folder) && !Files.exists(target) && !target.startsWith(folder)) {
            Files.move(folder, target);
        }
    }

    /** Some path that a file may have. */
    String path() {
        return root.relativize(fresh()).toString().replace('\\', '/');
    }

    void save(String path, String text) throws IOException {
        write(root.resolve(path), text);
    }

    private Path fresh() {
        String folder = random.nextInt(4) == 0 ? "" : "p" + random.nextInt(4) + "/";
        return root.resolve(folder
                + (random.nextInt(6) == 0 ? "n" + random.nextInt(5) + ".txt" : "C" + random.nextInt(12) + ".java"));
    }

    String source() {
        String name = "C" + random.nextInt(12);
        StringBuilder text = new StringBuilder("package p" + random.nextInt(4) + ";\nclass " + name + " {\n");
        for (int method = random.nextInt(5); method >= 0; method--) {
            text.append("  int m").append(random.nextInt(6)).append("(int a) { return ");
            text.append("new C")
                    .append(random.nextInt(12))
                    .append("().m")
                    .append(random.nextInt(6))
                    .append("(1); } // word")
                    .append(random.nextInt(9))
                    .append('\n');
        }
        return text.append("}\n").toString();
    }

    private void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}
