package dev.orrery.models.safety;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Trains {@link InjectionModel}: logistic regression by stochastic gradient descent (AdaGrad) over the worst window of each piece of text, as
 * multiple-instance learning does (Andrews et al., NIPS 2002). Honest pieces come from the folders that are given, attacks are composed
 * from templates and put into honest pieces. A fifth of the honest files is kept out; the threshold is what at most one in two
 * thousand of these exceeds.
 */
final class TrainInjection {
    private static final int PIECE = 300;
    private static final int EPOCHS = 8;
    private static final double RATE = 0.15;
    private static final double MARGIN = 4;
    private static final double DROPPED = 0.5;
    private static final long LONGEST = 400_000;
    private static final double FALSE_ALARMS = 0.0005;
    private static final Set<String> KINDS = Set.of(
            "java", "py", "pl", "pm", "js", "ts", "md", "txt", "rst", "html", "c", "h", "go", "rb", "sh", "json", "yml", "yaml", "xml", "properties", "tcl", "css", "cs", "kt",
            "rs", "cpp", "hpp", "cc", "toml", "mdx", "adoc", "1", "3");

    private final float[] weights = new float[InjectionFeatures.BUCKETS];
    private final float[] squares = new float[InjectionFeatures.BUCKETS];
    private final Random random = new Random(20_261_122);
    private float bias = -6;
    private float biasSquares = 1;

    /** Features of one piece: those of word w are features[ends[w-1]..ends[w]). */
    private record Piece(int[] features, int[] ends) {}

    public static void main(String[] arguments) throws IOException {
        Path here = Path.of(arguments[0]);
        List<Path> files = new ArrayList<>();
        for (String folder : Arrays.asList(arguments).subList(2, arguments.length)) {
            collect(Path.of(folder), files);
        }
        Collections.sort(files);
        System.out.printf("%d honest files%n", files.size());
        new TrainInjection().run(here, files, Path.of(arguments[1]));
    }

    private static void collect(Path folder, List<Path> files) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                boolean plain = name.indexOf('.') < 0 || KINDS.contains(name.substring(name.lastIndexOf('.') + 1));
                if (attributes.isRegularFile() && plain && attributes.size() > 200 && attributes.size() < LONGEST) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private void run(Path here, List<Path> files, Path out) throws IOException {
        Templates attacks = new Templates(here.resolve("attacks.txt"));
        Templates honest = new Templates(here.resolve("honest.txt"));
        List<String> pieces = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\0') >= 0) {
                continue;
            }
            if (Math.floorMod(text.hashCode(), 5) == 0) {
                kept.add(text);
            } else {
                split(text, pieces);
            }
        }
        Collections.shuffle(pieces, random);
        System.out.printf("%d pieces to learn from, %d files kept out%n", pieces.size(), kept.size());
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            int wrong = 0;
            int missed = 0;
            int put = 0;
            for (int at = 0; at < pieces.size(); at++) {
                wrong += learn(piece(pieces.get(at), 0), false) ? 1 : 0;
                if (at % 4 == 0) {
                    put++;
                    String carrier = pieces.get(random.nextInt(pieces.size()));
                    missed += learn(piece(inserted(carrier, disguised(attacks.compose(random))), DROPPED), true) ? 1 : 0;
                }
                if (at % 40 == 0) {
                    String carrier = pieces.get(random.nextInt(pieces.size()));
                    learn(piece(inserted(carrier, honest.compose(random)), 0), false);
                }
            }
            System.out.printf("epoch %d: %d of %d honest pieces wrong, %d of %d attacks missed%n", epoch, wrong, pieces.size(), missed, put);
        }
        write(out, kept, attacks);
    }

    private static void split(String text, List<String> pieces) {
        Words words = new Words(text);
        for (int from = 0; from < words.count; from += PIECE) {
            int to = Math.min(words.count, from + PIECE);
            if (to - from > 20) {
                pieces.add(text.substring(words.starts[from], words.ends[to - 1]));
            }
        }
    }

    /** Puts a sentence between two lines, or two words where there is one line. */
    private String inserted(String carrier, String sentence) {
        int near = random.nextInt(carrier.length());
        int line = carrier.indexOf('\n', near);
        int at = line < 0 ? carrier.indexOf(' ', near) : line;
        String mark = List.of("// ", "# ", "", " * ", "<!-- ", "\"", "-- ", "> ").get(random.nextInt(8));
        return at < 0 ? carrier + "\n" + mark + sentence : carrier.substring(0, at) + "\n" + mark + sentence + "\n" + carrier.substring(at);
    }

    /** Sometimes two sentences, another case, or letters exchanged. */
    private String disguised(String attack) {
        return switch (random.nextInt(10)) {
            case 0 -> attack.toUpperCase(java.util.Locale.ROOT);
            case 1 -> attack.replace('i', '1').replace('o', '0');
            case 2 -> attack.replace(" ", "  ").replaceAll("(\\p{L})(?=\\p{L})", "$1 ");
            case 3 -> attack.replace(' ', '_');
            default -> attack;
        };
    }

    /** @param dropped the share of features that is left out by chance, so that many small signs are learned instead of a few */
    private Piece piece(String text, double dropped) {
        Words words = new Words(text);
        int[] seen = new int[InjectionFeatures.BUCKETS];
        int[] ends = new int[words.count];
        int[][] features = {new int[words.count * 12 + 16]};
        int[] length = {0};
        InjectionFeatures.each(words, new InjectionFeatures.WordConsumer() {
            private int current;

            @Override
            public void word(int number) {
                current = number;
                if (number > 0) {
                    ends[number - 1] = length[0];
                }
            }

            @Override
            public void accept(int feature) {
                boolean again = seen[feature] != 0 && current - seen[feature] + 1 < InjectionModel.WINDOW;
                seen[feature] = current + 1;
                if (again || random.nextDouble() < dropped) {
                    return;
                }
                if (length[0] == features[0].length) {
                    features[0] = Arrays.copyOf(features[0], length[0] * 2);
                }
                features[0][length[0]++] = feature;
            }
        });
        if (words.count > 0) {
            ends[words.count - 1] = length[0];
        }
        return new Piece(features[0], ends);
    }

    /** One step on the worst window; true where it was on the wrong side. */
    private boolean learn(Piece piece, boolean attack) {
        int words = piece.ends.length;
        if (words == 0) {
            return false;
        }
        float[] scores = new float[words];
        int feature = 0;
        for (int word = 0; word < words; word++) {
            for (; feature < piece.ends[word]; feature++) {
                scores[word] += weights[piece.features[feature]];
            }
        }
        float window = 0;
        float worst = Float.NEGATIVE_INFINITY;
        int last = 0;
        for (int word = 0; word < words; word++) {
            window += scores[word] - (word >= InjectionModel.WINDOW ? scores[word - InjectionModel.WINDOW] : 0);
            if (window > worst) {
                worst = window;
                last = word;
            }
        }
        double margin = (worst + bias) * (attack ? 1 : -1);
        if (margin > MARGIN) {
            return false;
        }
        float gradient = (float) ((attack ? 1 : -1) / (1 + Math.exp(margin)));
        int first = Math.max(0, last - InjectionModel.WINDOW + 1);
        for (int at = first == 0 ? 0 : piece.ends[first - 1]; at < piece.ends[last]; at++) {
            int which = piece.features[at];
            squares[which] += gradient * gradient;
            weights[which] += (float) (RATE * gradient / Math.sqrt(squares[which] + 1));
        }
        biasSquares += gradient * gradient;
        bias += (float) (RATE * gradient / Math.sqrt(biasSquares));
        return margin < 0;
    }

    private void write(Path out, List<String> kept, Templates attacks) throws IOException {
        float[] sizes = weights.clone();
        for (int at = 0; at < sizes.length; at++) {
            sizes[at] = Math.abs(sizes[at]);
        }
        Arrays.sort(sizes);
        float scale = 127 / sizes[(int) (sizes.length * 0.9995)];
        byte[] bytes = new byte[weights.length];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Math.clamp(Math.round(weights[at] * scale), -127, 127);
        }
        InjectionScanner scanner = new InjectionScanner(new InjectionModel(bytes, 0));
        kept.sort(java.util.Comparator.comparingInt(scanner::worst));
        int[] worst = kept.stream().mapToInt(scanner::worst).toArray();
        int allowed = (int) (worst.length * FALSE_ALARMS);
        int threshold = Math.max(Math.round(-bias * scale), worst[worst.length - 1 - allowed]);
        System.out.printf("scale %.1f, even chance at %d, threshold %d; the worst honest files %s%n", scale, Math.round(-bias * scale), threshold,
                Arrays.toString(Arrays.copyOfRange(worst, Math.max(0, worst.length - 12), worst.length)));
        InjectionScanner near = new InjectionScanner(new InjectionModel(bytes, threshold / 2));
        for (String text : kept.subList(Math.max(0, kept.size() - 8), kept.size())) {
            near.scan(text).stream().limit(2).forEach(hit -> System.out.println("  near: "
                    + text.substring(hit.start(), Math.min(hit.end(), hit.start() + 240)).replaceAll("\\s+", " ")));
        }
        int found = 0;
        for (int at = 0; at < 5000; at++) {
            found += scanner.worst(attacks.compose(random)) > threshold ? 1 : 0;
        }
        System.out.printf("%.1f %% of attacks from the same templates are above it%n", found / 50.0);
        Files.createDirectories(out.getParent());
        try (DataOutputStream data = new DataOutputStream(Files.newOutputStream(out))) {
            data.writeInt(InjectionModel.FORMAT);
            data.writeInt(threshold);
            data.write(bytes);
        }
    }
}
