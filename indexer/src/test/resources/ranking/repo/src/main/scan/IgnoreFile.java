package dev.orrery.indexer.scan;

import dev.orrery.indexer.scan.IgnorePattern.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The patterns of one ignore file; the last one that matches decides. */
final class IgnoreFile {
    static final IgnoreFile EMPTY = new IgnoreFile(List.of(), 0);

    /** Beyond this an ignore file is damage or an attack; it then counts as empty. */
    private static final long LARGEST = 8 << 20;

    private final List<IgnorePattern> patterns;
    private final int base;

    /** @param base where the path from this file's folder starts in the absolute paths that are asked about */
    private IgnoreFile(List<IgnorePattern> patterns, int base) {
        this.patterns = patterns;
        this.base = base;
    }

    /** Reads a {@code file} inside the tree; one that is absent, a folder or a link says nothing, as with git. */
    static IgnoreFile read(Path file, Dialect dialect, int base) throws IOException {
        return Files.isSymbolicLink(file) ? EMPTY : readLinked(file, dialect, base);
    }

    /** Reads the user's own {@code file}, which may be a link. */
    static IgnoreFile readLinked(Path file, Dialect dialect, int base) throws IOException {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return EMPTY;
            }
            return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), dialect, base);
        } catch (NoSuchFileException goneMeanwhile) {
            return EMPTY;
        }
    }

    /** @param text the file's bytes, one {@code char} each */
    static IgnoreFile parse(String text, Dialect dialect, int base) {
        List<IgnorePattern> patterns = new ArrayList<>();
        int at = text.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
        while (at < text.length()) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? text.length() : newline;
            int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
            String line = text.substring(at, stop);
            for (String alternative : dialect == Dialect.GIT ? List.of(line) : Braces.expand(line)) {
                IgnorePattern pattern = IgnorePattern.parse(alternative, dialect);
                if (pattern != null) {
                    patterns.add(pattern);
                }
            }
            at = end + 1;
        }
        return patterns.isEmpty() ? EMPTY : new IgnoreFile(List.copyOf(patterns), base);
    }

    boolean isEmpty() {
        return patterns.isEmpty();
    }

    /** @param name where the entry's own name starts in {@code path} */
    Verdict verdict(String path, int name, EntryKind kind) {
        for (int i = patterns.size() - 1; i >= 0; i--) {
            if (patterns.get(i).matches(path, base, name, kind)) {
                return patterns.get(i).sign();
            }
        }
        return Verdict.SILENT;
    }
}
