package dev.orrery.bench;

import dev.orrery.models.ngram.Tokens;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Mean reciprocal ranks by what kind of token it is and whether it stands in the file before. */
final class TokenClasses {
    private static final Set<String> KEYWORDS = Set.of(
            ("abstract assert async await boolean break byte case catch char class const continue def default del do double elif else enum except"
                            + " export extends false final finally float for from function goto if implements import in instanceof int interface"
                            + " is lambda let long native new not null or and package pass private protected public raise return short static"
                            + " strictfp super switch synchronized this throw throws transient true try typeof undefined val var void volatile"
                            + " while with yield fun fn func None True False self")
                    .split(" "));

    private final Map<String, double[]> sums = new HashMap<>();
    private final Map<Tokens, Map<String, Integer>> firsts = new HashMap<>();
    private int count;

    /** Notes how well a token was foreseen. */
    void add(Tokens tokens, int number, double reciprocalRank) {
        String token = tokens.token(number);
        int first = firsts.computeIfAbsent(tokens, TokenClasses::firsts).getOrDefault(token, number);
        String kind = kind(tokens, number, token) + (first < number ? ", in the file" : ", new in the file");
        double[] sum = sums.computeIfAbsent(kind, name -> new double[2]);
        sum[0]++;
        sum[1] += reciprocalRank;
        count++;
    }

    private static Map<String, Integer> firsts(Tokens tokens) {
        Map<String, Integer> firsts = new HashMap<>();
        for (int token = 0; token < tokens.size(); token++) {
            firsts.putIfAbsent(tokens.token(token), token);
        }
        return firsts;
    }

    private static String kind(Tokens tokens, int number, String token) {
        char c = token.charAt(0);
        if (KEYWORDS.contains(token)) {
            return "keyword";
        }
        if (!Character.isJavaIdentifierStart(c)) {
            return Character.isDigit(c) ? "number" : "\"'`".indexOf(c) >= 0 ? "literal" : "punctuation";
        }
        boolean isCall = number + 1 < tokens.size() && tokens.token(number + 1).equals("(");
        boolean isMember = number > 0 && tokens.token(number - 1).equals(".");
        String what = Character.isUpperCase(c) ? "type or constant" : isCall ? "call" : "variable";
        return "identifier, " + (isMember ? "member, " : "") + what;
    }

    static boolean isIdentifier(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0)) && !KEYWORDS.contains(token);
    }

    double all() {
        return sums.values().stream().mapToDouble(sum -> sum[1]).sum() / count;
    }

    double identifiers() {
        double[] both = new double[2];
        sums.forEach((kind, sum) -> {
            if (kind.startsWith("identifier")) {
                both[0] += sum[0];
                both[1] += sum[1];
            }
        });
        return both[1] / both[0];
    }

    /** A line a class, that where most is lost first. */
    List<String> rows() {
        return sums.entrySet().stream()
                .sorted(Comparator.comparingDouble(
                        (Map.Entry<String, double[]> row) -> row.getValue()[1] - row.getValue()[0]))
                .map(row -> String.format(
                        Locale.ROOT,
                        "%-52s %5.1f %% of all, MRR %.3f, loses %.4f",
                        row.getKey(),
                        100 * row.getValue()[0] / count,
                        row.getValue()[1] / row.getValue()[0],
                        (row.getValue()[0] - row.getValue()[1]) / count))
                .toList();
    }
}
