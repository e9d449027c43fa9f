package dev.orrery.models.complete;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the import lines that a proposal needs, where the others stand (pure). Java and Kotlin; other languages name no imports. */
public final class Imports {
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import[ \\t]+(static[ \\t]+)?([\\w.$*]+)[ \\t]*;?[^\\r\\n]*");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package[ \\t]+[\\w.]+[ \\t]*;?[^\\r\\n]*");

    private Imports() {}

    /**
     * One edit for all names that are not imported yet; empty where none is missing. The names stay in the order of the alphabet where the
     * lines above and below are.
     */
    public static List<TextEdit> edits(Document document, List<String> names) {
        String text = document.text();
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String stop = document.path().endsWith(".java") ? ";" : "";
        List<Line> lines = lines(text);
        List<TextEdit> edits = new ArrayList<>();
        for (String name : new TreeSet<>(names)) {
            if (lines.stream().noneMatch(line -> line.brings(name))) {
                edits.add(insertion(text, lines, name, "import " + name + stop, end));
            }
        }
        return joined(edits);
    }

    private record Line(String name, boolean isStatic, int start, int end) {
        boolean brings(String wanted) {
            return !isStatic
                    && (name.equals(wanted)
                            || name.endsWith(".*")
                                    && wanted.lastIndexOf('.') == name.length() - 2
                                    && wanted.startsWith(name.substring(0, name.length() - 1)));
        }
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        Matcher matcher = IMPORT.matcher(text);
        while (matcher.find()) {
            lines.add(new Line(matcher.group(2), matcher.group(1) != null, matcher.start(), matcher.end()));
        }
        return lines;
    }

    private static TextEdit insertion(String text, List<Line> lines, String name, String line, String end) {
        Optional<Line> after = Optional.empty();
        for (Line other : lines) {
            if (!other.isStatic() && other.name().compareTo(name) < 0) {
                after = Optional.of(other);
            }
        }
        if (after.isPresent()) {
            return new TextEdit(after.get().end(), after.get().end(), end + line);
        }
        Optional<Line> first = lines.stream().filter(other -> !other.isStatic()).findFirst();
        if (first.isPresent()) {
            return new TextEdit(first.get().start(), first.get().start(), line + end);
        }
        Matcher header = PACKAGE.matcher(text);
        return header.find()
                ? new TextEdit(header.end(), header.end(), end + end + line)
                : new TextEdit(0, 0, line + end + end);
    }

    /** Edits at one place become one, in their order. */
    private static List<TextEdit> joined(List<TextEdit> edits) {
        List<TextEdit> all = new ArrayList<>();
        for (TextEdit edit : edits) {
            boolean again = !all.isEmpty() && all.getLast().start() == edit.start();
            TextEdit last = again ? all.removeLast() : edit;
            all.add(again ? new TextEdit(edit.start(), edit.end(), last.text() + edit.text()) : edit);
        }
        return all;
    }
}
