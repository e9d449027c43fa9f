package dev.orrery.models.ngram;

import dev.orrery.api.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Finds the likeliest rests of a line by beam search: of all beginnings of the same length only the best few are continued. */
final class LineSearch {
    private static final int WIDTH = 5;
    private static final int LONGEST = 32;
    private static final int DRAWN_FROM = 20;
    private static final double UNLIKELY = 1e-5;
    private static final double FAR_BEHIND = 30;
    /** How far the length of a line is forgiven: 0 not at all, 1 altogether. */
    private static final double LENIENCE = 0.5;

    private final Nest nest;
    private final Words words;
    private final Cancellation cancellation;

    LineSearch(Nest nest, Words words, Cancellation cancellation) {
        this.nest = nest;
        this.words = words;
        this.cancellation = cancellation;
    }

    /** A line as far as it was found. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Beginning(int[] history, int end, List<String> pieces, double probability) {
        Beginning with(int token, String piece, double chance) {
            int[] longer = Arrays.copyOf(history, end + 1);
            longer[end] = token;
            List<String> more = new ArrayList<>(pieces);
            more.add(piece);
            return new Beginning(longer, end + 1, more, probability * chance);
        }

        Beginning times(double chance) {
            return new Beginning(history, end, pieces, probability * chance);
        }

        boolean hasText() {
            return pieces.stream().anyMatch(piece -> !piece.isEmpty());
        }

        /** A longer line has a smaller probability by itself. */
        double score() {
            return Math.log(probability) / Math.pow(pieces.size() + 1, LENIENCE);
        }
    }

    /**
     * The likeliest lines, best first.
     *
     * @param position where the line is to be continued
     * @param tokens at most this many a line; one that is longer is cut off there
     */
    List<Line> lines(Position position, int count, int tokens) {
        List<Beginning> ended = new ArrayList<>();
        List<Beginning> open = first(position);
        int most = Math.min(tokens, LONGEST);
        while (!open.isEmpty()) {
            List<Beginning> longer = new ArrayList<>();
            for (Beginning beginning : open) {
                cancellation.throwIfRequested();
                if (beginning.pieces().size() >= most) {
                    ended.add(beginning);
                } else {
                    extend(beginning, ended, longer);
                }
            }
            longer.sort(Comparator.comparingDouble(Beginning::probability).reversed());
            double least =
                    longer.isEmpty() ? 1 : Math.max(UNLIKELY, longer.getFirst().probability() / FAR_BEHIND);
            open = longer.stream()
                    .filter(beginning -> beginning.probability() > least)
                    .limit(WIDTH)
                    .toList();
        }
        return ended.stream()
                .filter(Beginning::hasText)
                .sorted(Comparator.comparingDouble(Beginning::score).reversed())
                .limit(count)
                .map(beginning -> new Line(beginning.pieces(), beginning.probability()))
                .toList();
    }

    /**
     * A line drawn by chance, token by token.
     *
     * @param temperature above 0; the higher, the more even the chances
     */
    Line drawn(Position position, int tokens, double temperature, RandomGenerator random) {
        Beginning line = new Beginning(position.history(), position.history().length, List.of(), 1);
        for (int made = 0; made < Math.min(tokens, LONGEST); made++) {
            cancellation.throwIfRequested();
            List<Nest.Next> choice = made == 0
                    ? position.ofLine(nest, DRAWN_FROM)
                    : nest.next(line.history(), line.end(), Level.Mode.LINE, DRAWN_FROM);
            Nest.Next next = draw(choice, temperature, random);
            if (next == null || next.token() == Vocabulary.LINE_END) {
                break;
            }
            line = line.with(next.token(), made == 0 ? firstPiece(position, next) : piece(next), next.probability());
        }
        return new Line(line.pieces(), line.probability());
    }

    private static Nest.@Nullable Next draw(List<Nest.Next> choice, double temperature, RandomGenerator random) {
        double[] weights = choice.stream()
                .mapToDouble(next -> Math.pow(next.probability(), 1 / temperature))
                .toArray();
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        for (int at = 0; at < weights.length; at++) {
            left -= weights[at];
            if (left < 0) {
                return choice.get(at);
            }
        }
        return choice.isEmpty() ? null : choice.getLast();
    }

    private void extend(Beginning beginning, List<Beginning> ended, List<Beginning> longer) {
        for (Nest.Next next : nest.next(beginning.history(), beginning.end(), Level.Mode.LINE, WIDTH)) {
            if (next.token() == Vocabulary.LINE_END) {
                ended.add(beginning.times(next.probability()));
            } else {
                longer.add(beginning.with(next.token(), piece(next), next.probability()));
            }
        }
    }

    /** The first token is completed where its beginning stands before the caret, and a line that is empty yet does not end at once. */
    private List<Beginning> first(Position position) {
        Beginning none = new Beginning(position.history(), position.history().length, List.of(), 1);
        List<Beginning> open = new ArrayList<>();
        for (Nest.Next next : position.ofLine(nest, WIDTH)) {
            if (next.token() != Vocabulary.LINE_END) {
                open.add(none.with(next.token(), firstPiece(position, next), next.probability()));
            }
        }
        return open;
    }

    private String firstPiece(Position position, Nest.Next next) {
        if (position.partial().isEmpty()) {
            return position.gap() == Gap.NONE ? piece(next) : words.word(next.token());
        }
        return words.word(next.token()).substring(position.partial().length());
    }

    private String piece(Nest.Next next) {
        return (next.gap() == Gap.SPACE ? " " : "") + words.word(next.token());
    }
}
