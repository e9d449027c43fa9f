package dev.orrery.indexer.text;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.TextHit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.FixedBitSet;

/**
 * What makes one hit more likely to be meant than another: something is declared there, best with exactly the name that is
 * looked for and called much; it is a whole word; its file is named like it and promising. Made for one search; safe from
 * any thread.
 */
final class HitRanking {
    /** Words that declare what stands after them, for files that the graph does not know. */
    private static final Set<String> DECLARING = Set.of(
            "class",
            "interface",
            "enum",
            "record",
            "struct",
            "trait",
            "object",
            "type",
            "typedef",
            "union",
            "module",
            "namespace",
            "package",
            "def",
            "fn",
            "func",
            "fun",
            "function",
            "void",
            "const",
            "let",
            "var",
            "val",
            "static",
            "define",
            "macro",
            "impl");

    private static final int DECLARATION = 40;
    private static final int TYPE = 10;
    private static final int EXACTLY = 20;
    private static final int WHOLE_WORD = 25;
    private static final int NAMED_ALIKE = 20;
    private static final int ASIDE = 6;

    private final FileRanks ranks;
    private final CodeGraph graph;
    private final String wanted;
    private final Map<Integer, Double> alike = new HashMap<>();
    private final Map<Integer, Double> declaring = new HashMap<>();

    /**
     * @param wanted what is looked for, as far as it is plain text
     * @param candidates the files that are searched
     */
    HitRanking(FileRanks ranks, String wanted, FixedBitSet candidates) {
        this.ranks = ranks;
        this.graph = ranks.graph();
        this.wanted = wanted;
        if (!wanted.isEmpty()) {
            findNamedAlike(candidates);
            findDeclaring(candidates);
        }
    }

    private void findNamedAlike(FixedBitSet candidates) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        for (int file = 0; file < ranks.files().size(); file++) {
            if (candidates.get(file)) {
                String path = ranks.files().paths()[file];
                int name = path.lastIndexOf('/') + 1;
                if (containsIgnoringCase(path, name, lower)) {
                    String stem = FileRanks.stem(path.substring(name));
                    alike.put(file, NAMED_ALIKE * (stem.equalsIgnoreCase(wanted) ? 2.0 : 1.0));
                }
            }
        }
    }

    private static boolean containsIgnoringCase(String text, int from, String lower) {
        char first = lower.charAt(0);
        for (int at = from; at + lower.length() <= text.length(); at++) {
            if (Character.toLowerCase(text.charAt(at)) == first
                    && text.regionMatches(true, at, lower, 0, lower.length())) {
                return true;
            }
        }
        return false;
    }

    private void findDeclaring(FixedBitSet candidates) {
        ranks.names().each(wanted, symbol -> {
            String path = graph.path(graph.file(symbol));
            int file = Arrays.binarySearch(ranks.files().paths(), path);
            if (file >= 0 && candidates.get(file)) {
                declaring.merge(file, DECLARATION + ofSymbol(symbol), Math::max);
            }
        });
    }

    private double ofSymbol(int symbol) {
        boolean exactly = graph.name(symbol).equals(wanted);
        boolean alike = exactly || graph.name(symbol).equalsIgnoreCase(wanted);
        return (graph.kind(symbol).isType() ? TYPE : 0)
                + FileRanks.calls(graph.incomingCount(symbol))
                + (exactly ? EXACTLY : alike ? EXACTLY / 2 : 0);
    }

    private double file(int file) {
        return ranks.score(file) + alike.getOrDefault(file, 0.0);
    }

    /** How promising a file is before it was read. */
    private double promise(int file) {
        return file(file) + declaring.getOrDefault(file, 0.0);
    }

    /** The candidates, the most promising first. */
    int[] order(FixedBitSet candidates) {
        int[] order = new int[candidates.cardinality()];
        Set<Integer> lifted = new HashSet<>(alike.keySet());
        lifted.addAll(declaring.keySet());
        Integer[] first = lifted.toArray(Integer[]::new);
        Arrays.sort(
                first,
                Comparator.comparingDouble((Integer file) -> -promise(file)).thenComparing(Comparator.naturalOrder()));
        int size = 0;
        int next = 0;
        for (int file : ranks.best()) {
            while (next < first.length && promise(first[next]) >= ranks.score(file)) {
                order[size++] = first[next++];
            }
            if (candidates.get(file) && !lifted.contains(file)) {
                order[size++] = file;
            }
        }
        while (next < first.length) {
            order[size++] = first[next++];
        }
        return order;
    }

    /** How good a hit in {@code file} is. */
    double hit(int file, TextHit hit) {
        String text = hit.text();
        boolean word = !isWordAt(text, hit.start() - 1) && !isWordAt(text, hit.end());
        boolean looksForWord = hit.end() > hit.start() && isWordAt(text, hit.start());
        double score = word && looksForWord ? WHOLE_WORD : 0;
        int known = ranks.inGraph(file);
        if (known < 0) {
            score += DECLARING.contains(wordBefore(text, hit.start())) ? DECLARATION : 0;
        } else {
            int symbol = declaredIn(known, hit);
            score += symbol < 0 ? 0 : DECLARATION + ofSymbol(symbol);
        }
        return file(file) + score - (isAside(text) ? ASIDE : 0) - Math.min(20, text.length() / 100);
    }

    /** The symbol whose declared name the hit touches, or -1. */
    private int declaredIn(int file, TextHit hit) {
        for (int symbol = graph.firstSymbol(file); symbol < graph.endSymbol(file); symbol++) {
            int start = graph.column(symbol) - 1;
            if (graph.line(symbol) == hit.line()
                    && hit.start() < start + graph.name(symbol).length()
                    && hit.end() > start) {
                return symbol;
            }
        }
        return -1;
    }

    /** Whether a line speaks of code rather than being code that does something. */
    private static boolean isAside(String text) {
        String line = text.stripLeading();
        return line.startsWith("*")
                || line.startsWith("//")
                || line.startsWith("/*")
                || line.startsWith("#")
                || line.startsWith("import ");
    }

    private static boolean isWordAt(String text, int at) {
        return at >= 0 && at < text.length() && Character.isJavaIdentifierPart(text.charAt(at));
    }

    private static String wordBefore(String text, int at) {
        int end = at;
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int start = end;
        while (isWordAt(text, start - 1)) {
            start--;
        }
        return end == at ? "" : text.substring(start, end);
    }
}
