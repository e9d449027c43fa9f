package dev.orrery.indexer.text.regex;

import dev.orrery.indexer.text.regex.Requirement.Letters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the runs of characters that a pattern cannot do without. */
final class RequirementFinder {
    private static final int MOST_COPIES = 16;

    private final List<Requirement> found = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Letters letters = Letters.AS_WRITTEN;

    private RequirementFinder() {}

    static Requirement find(Hir hir) {
        RequirementFinder finder = new RequirementFinder();
        finder.visit(hir);
        finder.endRun();
        return Requirement.all(finder.found);
    }

    private void visit(Hir hir) {
        switch (hir) {
            case Hir.Chars chars -> visit(chars.set());
            case Hir.OneByte oneByte -> {
                if (oneByte.set().size() == 1) {
                    append((char) oneByte.set().first(0) + "", Letters.AS_WRITTEN);
                } else {
                    endRun();
                }
            }
            case Hir.Look look -> {}
            case Hir.Concat concat -> concat.items().forEach(this::visit);
            case Hir.Repeat repeat -> visit(repeat);
            case Hir.Alternate alternate -> {
                endRun();
                found.add(Requirement.any(alternate.branches().stream()
                        .map(RequirementFinder::find)
                        .toList()));
            }
        }
    }

    private void visit(Hir.Repeat repeat) {
        if (repeat.least() == 0) {
            endRun();
            return;
        }
        for (int i = 0; i < Math.min(repeat.least(), MOST_COPIES); i++) {
            visit(repeat.inner());
        }
        if (repeat.most() != repeat.least() || repeat.least() > MOST_COPIES) {
            endRun();
        }
    }

    private void visit(CodePoints set) {
        int first = set.isEmpty() ? -1 : set.first(0);
        if (set.size() == 1) {
            String bytes =
                    new String(Character.toString(first).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            append(bytes, Letters.AS_WRITTEN);
        } else if (isLetterInBothCases(set)) {
            append(Character.toString(first).toLowerCase(Locale.ROOT), Letters.BOTH_CASES);
        } else {
            endRun();
        }
    }

    /** Whether {@code set} is an ASCII letter with all that differs from it in case only. */
    static boolean isLetterInBothCases(CodePoints set) {
        int first = set.isEmpty() ? -1 : set.first(0);
        return first >= 0
                && first < 0x80
                && Character.isLetter(first)
                && (set.equals(CaseFolding.fold(CodePoints.of(first)))
                        || set.equals(CaseFolding.foldAscii(CodePoints.of(first))));
    }

    private void append(String bytes, Letters kind) {
        boolean caseless = bytes.chars().noneMatch(value -> Character.isLetter(value) && value < 0x80);
        if (kind == Letters.BOTH_CASES && letters == Letters.AS_WRITTEN && !run.isEmpty() && !hasNoLetters()) {
            endRun();
        } else if (kind == Letters.AS_WRITTEN && letters == Letters.BOTH_CASES && !caseless) {
            endRun();
        }
        if (run.isEmpty() || kind == Letters.BOTH_CASES) {
            letters = kind;
        }
        run.append(bytes);
    }

    private boolean hasNoLetters() {
        return run.chars().noneMatch(value -> value < 0x80 && Character.isLetter(value));
    }

    private void endRun() {
        if (!run.isEmpty()) {
            found.add(new Requirement.Text(run.toString(), letters));
            run.setLength(0);
        }
        letters = Letters.AS_WRITTEN;
    }
}
