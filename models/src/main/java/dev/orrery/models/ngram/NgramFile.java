package dev.orrery.models.ngram;

import dev.orrery.api.UserMessage;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.StoredContent;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Keeps what a model learned on disk: deflated, the number of words and the words, then the number of files and of each its path, the
 * hash of its text, the number of its tokens, and each as its word's number and its gap in one number of 7 bits a byte.
 * Only words that still occur are written. The order of the tokens is found again when it is read.
 */
public final class NgramFile {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRNGRAM", 1);
    private static final int LARGEST = 1 << 26;
    private static final int LONGEST_PATH = 4096;
    private static final int BUFFER = 1 << 16;

    private final AtomicFile file;

    public NgramFile(Path path) {
        this.file = new AtomicFile(path, FORMAT);
    }

    /**
     * What was read.
     *
     * @param model what was kept, or one that knows nothing
     * @param trouble why there is nothing, where something should be
     */
    public record Opened(NgramModel model, Optional<UserMessage> trouble) {}

    /** Reads a model. One that cannot be used is moved aside. */
    public Opened read() throws IOException {
        return switch (file.read(LARGEST)) {
            case StoredContent.Intact(byte[] bytes) -> decoded(bytes);
            case StoredContent.OtherVersion other -> aside("models.ngram.otherversion");
            case StoredContent.Damaged damaged -> aside("models.ngram.damaged");
            case StoredContent.Absent absent -> new Opened(new NgramModel(), Optional.empty());
        };
    }

    private Opened decoded(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(
                new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)), BUFFER))) {
            return new Opened(decode(in), Optional.empty());
        } catch (IOException damaged) {
            return aside("models.ngram.damaged");
        }
    }

    private Opened aside(String key) throws IOException {
        Path kept = file.setAside().orElse(file.path());
        return new Opened(new NgramModel(), Optional.of(UserMessage.of(key, kept)));
    }

    public void write(NgramModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            encode(model, out);
        }
        file.write(bytes.toByteArray());
    }

    private static void encode(NgramModel model, DataOutputStream out) throws IOException {
        Map<String, Slice> files = new HashMap<>(model.slices());
        files.keySet().removeIf(path -> path.getBytes(StandardCharsets.UTF_8).length > LONGEST_PATH);
        Vocabulary vocabulary = model.vocabulary();
        int[] numbers = new int[vocabulary.size()];
        for (Slice slice : files.values()) {
            for (int at = slice.from(); at < slice.to(); at++) {
                numbers[slice.array()[at] & Segment.MASK] = 1;
            }
        }
        int used = 0;
        for (int word = 0; word < numbers.length; word++) {
            used += word >= Vocabulary.FIRST ? numbers[word] : 0;
        }
        out.writeInt(used);
        int next = Vocabulary.FIRST;
        for (int word = 0; word < numbers.length; word++) {
            if (word >= Vocabulary.FIRST && numbers[word] > 0) {
                out.writeUTF(vocabulary.word(word));
                numbers[word] = next++;
            } else {
                numbers[word] = word;
            }
        }
        out.writeInt(files.size());
        for (Map.Entry<String, Slice> entry : files.entrySet()) {
            Slice slice = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeLong(slice.hash());
            out.writeInt(slice.length());
            for (int at = slice.from(); at < slice.to(); at++) {
                int cell = slice.array()[at];
                writeNumber(out, numbers[cell & Segment.MASK] << 2 | cell >>> Segment.GAP_SHIFT);
            }
        }
    }

    private static NgramModel decode(DataInputStream in) throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        int words = within(in.readInt(), Vocabulary.MOST);
        for (int word = 0; word < words; word++) {
            String text = in.readUTF();
            require(vocabulary.intern(text, 0, text.length()) == Vocabulary.FIRST + word);
        }
        Map<String, Slice> files = new HashMap<>();
        int count = within(in.readInt(), NgramModel.MOST_TOKENS);
        int room = NgramModel.MOST_TOKENS;
        for (int file = 0; file < count; file++) {
            String path = in.readUTF();
            long hash = in.readLong();
            int[] cells = new int[within(in.readInt(), Math.min(room, NgramModel.MOST_OF_A_FILE + 1))];
            room -= cells.length;
            for (int at = 0; at < cells.length; at++) {
                int number = readNumber(in);
                require((number & 3) < Gap.values().length && number >>> 2 < vocabulary.size());
                cells[at] = number >>> 2 | (number & 3) << Segment.GAP_SHIFT;
            }
            files.put(path, new Slice(cells, 0, cells.length, hash));
        }
        require(in.read() < 0);
        return new NgramModel(vocabulary, files, Weights.trained());
    }

    private static int within(int number, int most) throws IOException {
        require(number >= 0 && number <= most);
        return number;
    }

    private static void require(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("no n-gram model");
        }
    }

    private static void writeNumber(DataOutputStream out, int number) throws IOException {
        int left = number;
        while (left > 127) {
            out.writeByte(left & 127 | 128);
            left >>>= 7;
        }
        out.writeByte(left);
    }

    private static int readNumber(DataInputStream in) throws IOException {
        int number = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int part = in.readUnsignedByte();
            number |= (part & 127) << shift;
            if (part < 128) {
                return number;
            }
        }
        throw new IOException("no n-gram model");
    }
}
