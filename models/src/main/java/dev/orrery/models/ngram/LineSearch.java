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
    private static final int WIDTH = 4;
    private static final int LONGEST = 32;
    private static final int DRAWN_FROM = 20;
    private static final int RICH = 2;
    private static final int FIRST_WIDTH = 10;
    private static final double UNLIKELY = 1e-5;
    private static final double FAR_BEHIND = 20;
    private final Predictor predictor;
    private final Position position;
    private final Cancellation cancellation;

    LineSearch(Predictor predictor, Position position, Cancellation cancellation) {
        this.predictor = predictor;
        this.position = position;
        this.cancellation = cancellation;
    }

    /** A line as far as it was found. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Beginning(int[] cells, List<String> pieces, double probability) {
        static final Beginning NONE = new Beginning(new int[0], List.of(), 1);

        Beginning with(int cell, String piece, double chance) {
            int[] longer = Arrays.copyOf(cells, cells.length + 1);
            longer[cells.length] = cell;
            List<String> more = new ArrayList<>(pieces);
            more.add(piece);
            return new Beginning(longer, more, probability * chance);
        }

        Beginning times(double chance) {
            return new Beginning(cells, pieces, probability * chance);
        }

        /** Whether it names two things at least: a line that spares some typing. */
        boolean isRich(Words words) {
            int names = 0;
            for (int cell : cells) {
                names += Shape.isName(words.shape(cell & Segment.MASK)) ? 1 : 0;
            }
            return names >= RICH;
        }

        boolean hasText() {
            return pieces.stream().anyMatch(piece -> !piece.isEmpty());
        }
    }

    /**
     * The likeliest lines, best first. Where the caret stands before a whole line, those that spare some typing come before a brace or an
     * annotation, however likely that is.
     *
     * @param tokens at most this many a line; one that is longer is cut off there
     */
    List<Line> lines(int count, int tokens) {
        List<Beginning> ended = new ArrayList<>();
        List<Beginning> open = new ArrayList<>();
        boolean freshLine = position.gap() == Gap.LINE && position.partial().isEmpty();
        extend(Beginning.NONE, ended, open);
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
        Words words = predictor.text().words();
        return ended.stream()
                .filter(Beginning::hasText)
                .sorted(Comparator.comparing((Beginning line) -> freshLine && !line.isRich(words))
                        .thenComparing(Comparator.comparingDouble(Beginning::probability)
                                .reversed()))
                .limit(count)
                .map(beginning -> new Line(beginning.pieces(), beginning.probability()))
                .toList();
    }

    /**
     * A line drawn by chance, token by token.
     *
     * @param temperature above 0; the higher, the more even the chances
     */
    Line drawn(int tokens, double temperature, RandomGenerator random) {
        Beginning line = Beginning.NONE;
        for (int made = 0; made < Math.min(tokens, LONGEST); made++) {
            cancellation.throwIfRequested();
            Predictor.Next next = draw(next(line, DRAWN_FROM), temperature, random);
            if (next == null || next.token() == Vocabulary.LINE_END) {
                break;
            }
            line = with(line, next);
        }
        return new Line(line.pieces(), line.probability());
    }

    private static Predictor.@Nullable Next draw(
            List<Predictor.Next> choice, double temperature, RandomGenerator random) {
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
        for (Predictor.Next next : next(beginning, beginning.cells().length == 0 ? FIRST_WIDTH : WIDTH)) {
            if (next.token() == Vocabulary.LINE_END) {
                ended.add(beginning.times(next.probability()));
            } else {
                longer.add(with(beginning, next));
            }
        }
    }

    /** What may follow. The first token is completed where its beginning stands before the caret, and a line that is empty yet does not end at once. */
    private List<Predictor.Next> next(Beginning beginning, int count) {
        OpenText text = predictor.text();
        System.arraycopy(beginning.cells(), 0, text.cells(), text.size(), beginning.cells().length);
        int end = text.size() + beginning.cells().length;
        if (beginning.cells().length > 0) {
            return predictor.next(end, Gap.NONE, count);
        }
        return position.partial().isEmpty() && position.gap() != Gap.LINE
                ? predictor.next(end, position.known(), count)
                : predictor.tokens(end, position.known(), position.partial(), count);
    }

    private Beginning with(Beginning beginning, Predictor.Next next) {
        Gap gap = beginning.cells().length > 0 ? next.gap() : position.gap();
        String piece = beginning.cells().length > 0 ? piece(next) : firstPiece(next);
        return beginning.with(next.token() | gap.ordinal() << Segment.GAP_SHIFT, piece, next.probability());
    }

    private String firstPiece(Predictor.Next next) {
        if (position.partial().isEmpty()) {
            return position.gap() == Gap.NONE ? piece(next) : word(next);
        }
        return word(next).substring(position.partial().length());
    }

    private String piece(Predictor.Next next) {
        return (next.gap() == Gap.SPACE ? " " : "") + word(next);
    }

    private String word(Predictor.Next next) {
        return predictor.text().words().word(next.token());
    }
}
