package dev.orrery.models.complete;

import dev.orrery.api.Scope;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** How much each {@link Sign} counts at each kind of place. Kept as text, one weight a line: place, sign, weight. Fitted by {@code RankingTraining}. */
final class RankingWeights {
    private static final Sign[] SIGNS = Sign.values();

    private final double[] values = new double[Scope.Place.values().length * SIGNS.length];

    /** What is known of a word that may come next. */
    enum Sign {
        /** The logarithm of what the language model gives it. */
        EXPECTED,
        /** That the language model does not think of it. */
        UNEXPECTED,
        KEYWORD,
        /** That it is not in scope, and the scope is known altogether. */
        OUTSIDE,
        /** That it is not in scope as far as that is known. */
        UNKNOWN,
        LOCAL,
        PARAMETER,
        FIELD,
        METHOD,
        CONSTRUCTOR,
        TYPE,
        PACKAGE,
        /** The logarithm of how far away it is declared, plus one. */
        DISTANCE,
        /** That it is of the type that is wanted. */
        FITS,
        /** That it is of another type. */
        CLASHES,
        /** That it would have to be imported. */
        IMPORT
    }

    private static final class Kept {
        private static final RankingWeights FITTED = read();
    }

    /** Those that come with the program. */
    static RankingWeights fitted() {
        return Kept.FITTED;
    }

    /** The weights at a kind of place: of each sign from {@link #first} on. */
    double[] values() {
        return values;
    }

    static int first(Scope.Place place) {
        return place.ordinal() * SIGNS.length;
    }

    private static RankingWeights read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RankingWeights.class.getResourceAsStream("ranking.tsv")),
                StandardCharsets.UTF_8))) {
            return parse(in.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RankingWeights parse(List<String> lines) {
        RankingWeights weights = new RankingWeights();
        for (String line : lines) {
            String[] parts = line.split("\t");
            int place = first(Scope.Place.valueOf(parts[0]))
                    + Sign.valueOf(parts[1]).ordinal();
            weights.values[place] = Double.parseDouble(parts[2]);
        }
        return weights;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Scope.Place place : Scope.Place.values()) {
            for (Sign sign : SIGNS) {
                lines.add(
                        String.format(Locale.ROOT, "%s\t%s\t%.3f", place, sign, values[first(place) + sign.ordinal()]));
            }
        }
        return lines;
    }
}
