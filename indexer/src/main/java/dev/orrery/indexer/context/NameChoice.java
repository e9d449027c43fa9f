package dev.orrery.indexer.context;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Language;
import dev.orrery.indexer.parse.Languages;
import java.util.HashMap;
import java.util.Map;

/**
 * Which of several symbols of one name the buffer means: the one in the same file, then one whose package or module its
 * first lines name, then the one nearest in the tree of folders; of languages of another family none.
 */
final class NameChoice {
    private static final int UNSURE = 40;
    private static final int MOST_HEAD_LINES = 300;

    private final Caret caret;
    private final CodeGraph graph;
    private final Names names;
    private final int headLines;
    private final String head;
    private final Map<String, Integer> chosen = new HashMap<>();

    NameChoice(Caret caret, Names names) {
        this.caret = caret;
        this.graph = caret.graph();
        this.names = names;
        this.headLines = headLines();
        this.head = head();
    }

    /** The lines before the first declaration: what the file imports. */
    private String head() {
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < Math.min(headLines, MOST_HEAD_LINES); line++) {
            String next = caret.lines()[line];
            text.append(next, 0, Math.min(next.length(), 300)).append('\n');
        }
        return text.toString();
    }

    private int headLines() {
        int first = 0;
        if (caret.file() >= 0 && graph.firstSymbol(caret.file()) < graph.endSymbol(caret.file())) {
            first = caret.map().toBuffer(graph.startLine(graph.firstSymbol(caret.file())));
        }
        return first > 0 ? first - 1 : caret.lines().length;
    }

    /** Whether a line of the buffer is one of those before the first declaration. */
    boolean isHead(int line) {
        return line <= headLines;
    }

    /** The symbol, or -1 where there is none or it could be too many. */
    int of(String name) {
        Integer known = chosen.get(name);
        if (known == null) {
            known = choose(names.of(name));
            chosen.put(name, known);
        }
        return known;
    }

    /** The nearest file of that name without extension in a related language, or -1. */
    int file(String stem) {
        int best = -1;
        int most = -1;
        for (int file : names.files(stem)) {
            int folders = common(graph.path(file), caret.path());
            boolean fits = caret.file() < 0 || related(graph.language(file), graph.language(caret.file()));
            if (fits && folders > most) {
                most = folders;
                best = file;
            }
        }
        return best;
    }

    private int choose(int[] candidates) {
        int best = -1;
        long bestScore = candidates.length > UNSURE ? 1L << 19 : -1;
        for (int candidate : candidates) {
            long score = score(candidate);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private long score(int candidate) {
        int file = graph.file(candidate);
        if (caret.file() >= 0 && !related(graph.language(file), graph.language(caret.file()))) {
            return -1;
        }
        if (file == caret.file()) {
            return 1L << 30;
        }
        String module = graph.packageName(file);
        boolean imported = !module.isEmpty() && head.contains(module + "." + outermost(candidate));
        boolean samePackage = caret.file() >= 0 && !module.isEmpty() && module.equals(graph.packageName(caret.file()));
        boolean wholePackage = !module.isEmpty() && (head.contains(module + ".*") || head.contains(module));
        String path = graph.path(file);
        boolean byFile = head.contains(Names.stem(path));
        int folders = common(path, caret.path());
        return (imported ? 1L << 24 : 0)
                + (samePackage ? 1L << 22 : 0)
                + (wholePackage ? 1L << 20 : 0)
                + (byFile ? 1L << 19 : 0)
                + folders;
    }

    private static boolean related(Language a, Language b) {
        Languages languages = Languages.standard();
        return a.equals(b) || languages.family(a).equals(languages.family(b));
    }

    private String outermost(int symbol) {
        int top = symbol;
        while (graph.parent(top) >= 0) {
            top = graph.parent(top);
        }
        return graph.name(top);
    }

    private static int common(String a, String b) {
        int folders = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i); i++) {
            folders += a.charAt(i) == '/' ? 1 : 0;
        }
        return folders;
    }
}
