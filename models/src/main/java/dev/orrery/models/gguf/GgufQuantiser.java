package dev.orrery.models.gguf;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.base.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a copy of a GGUF file in which the matrices of 16 or 32 bits a number are stored in blocks of 8 or 4 bits, and all else is as it
 * was. What a token is read from and written with keeps 8 bits, because errors there reach every answer; vectors, the weights that choose
 * experts and tables of positions are left alone. One pass, some megabytes of memory. Safe from any thread.
 */
public final class GgufQuantiser {
    private static final Set<TensorType> WHOLE = EnumSet.of(TensorType.F32, TensorType.F16, TensorType.BF16);
    private static final Pattern KEPT = Pattern.compile(
            ".*(_norm|ffn_gate_inp|position_embd|token_types|attn_rel_b|ssm_conv1d|time_mix_.*)\\.weight");
    private static final Set<String> WORDS = Set.of("token_embd.weight", "output.weight");
    private static final int BUFFER = 1 << 20;
    private static final int LONGEST_HEAD = 1 << 29;
    private static final int Q8_0_FILE = 7;
    private static final int Q4_0_FILE = 2;

    private final GgufFile file;
    private final GgufReader.Layout layout;
    private final TensorType wanted;

    private GgufQuantiser(GgufFile file, GgufReader.Layout layout, TensorType wanted) {
        this.file = file;
        this.layout = layout;
        this.wanted = wanted;
    }

    /**
     * Looks at a file's header.
     *
     * @param wanted {@code Q8_0} or {@code Q4_0}
     * @throws OrreryException where it is not sound
     */
    public static GgufQuantiser of(Path source, TensorType wanted) throws IOException, OrreryException {
        if (!BlockFormat.writes(wanted)) {
            throw new IllegalArgumentException(wanted + " is not written here");
        }
        try (GgufInput in = new GgufInput(source)) {
            GgufReader reader = new GgufReader(in);
            GgufQuantiser quantiser = new GgufQuantiser(reader.read(), reader.layout(), wanted);
            if (quantiser.dataStart() > LONGEST_HEAD) {
                throw in.bad("models.gguf.counts", "header", Long.toString(quantiser.dataStart()));
            }
            return quantiser;
        }
    }

    /** Whether a copy would be smaller; not so where the file is quantised already. */
    public boolean pays() {
        return file.tensors().stream().anyMatch(tensor -> type(tensor) != tensor.type());
    }

    /** How long the copy will be. */
    public long bytes() {
        long end = dataStart();
        for (GgufFile.Tensor tensor : file.tensors()) {
            end = aligned(end) + type(tensor).bytes(tensor.numbers());
        }
        return end;
    }

    /**
     * Writes the copy.
     *
     * @param source the file that was looked at
     * @param target must not exist
     */
    public void write(Path source, Path target, String stageKey, Progress progress, Cancellation cancellation)
            throws IOException {
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            write(out, ByteBuffer.wrap(head(in)));
            long total =
                    file.tensors().stream().mapToLong(GgufFile.Tensor::bytes).sum();
            long done = 0;
            for (GgufFile.Tensor tensor : file.tensors()) {
                write(out, ByteBuffer.allocate((int) (aligned(out.position()) - out.position())));
                in.position(layout.data() + tensor.offset());
                for (long left = tensor.numbers(); left > 0; ) {
                    cancellation.throwIfRequested();
                    int numbers = (int) Math.min(left, BUFFER);
                    ByteBuffer read = read(in, (int) tensor.type().bytes(numbers));
                    write(out, type(tensor) == tensor.type() ? read : blocks(read, tensor, numbers));
                    left -= numbers;
                    done += tensor.type().bytes(numbers);
                    progress.at(stageKey, done, total);
                }
            }
        }
    }

    /** A full disk takes the beginning and refuses the rest only when it is asked again. */
    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static ByteBuffer read(FileChannel in, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (in.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    private ByteBuffer blocks(ByteBuffer read, GgufFile.Tensor tensor, int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = switch (tensor.type()) {
                case F32 -> read.getFloat();
                case F16 -> Float.float16ToFloat(read.getShort());
                default -> Float.intBitsToFloat(read.getShort() << 16);
            };
        }
        TensorType to = type(tensor);
        ByteBuffer blocks = ByteBuffer.allocate((int) to.bytes(count)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < count; at += BlockFormat.BLOCK) {
            BlockFormat.write(to, numbers, at, blocks);
        }
        return blocks.flip();
    }

    /** What a tensor is stored as in the copy. */
    private TensorType type(GgufFile.Tensor tensor) {
        boolean is = WHOLE.contains(tensor.type())
                && tensor.shape().size() >= 2
                && tensor.name().endsWith(".weight")
                && wanted.holds(tensor.shape().getFirst())
                && !KEPT.matcher(tensor.name()).matches();
        return !is ? tensor.type() : WORDS.contains(tensor.name()) ? TensorType.Q8_0 : wanted;
    }

    /** The header of the copy: the keys are the source's, byte for byte, but for the one that names the kind of file. */
    private byte[] head(FileChannel in) throws IOException {
        in.position(0);
        ByteBuffer keys = read(in, (int) layout.keysEnd());
        layout.fileTypeAt().ifPresent(at -> keys.putInt((int) at, wanted == TensorType.Q8_0 ? Q8_0_FILE : Q4_0_FILE));
        ByteBuffer head = ByteBuffer.allocate(Math.toIntExact(dataStart())).order(ByteOrder.LITTLE_ENDIAN);
        head.put(keys);
        long offset = 0;
        for (GgufFile.Tensor tensor : file.tensors()) {
            byte[] name = name(tensor);
            List<Long> shape = tensor.shape();
            head.putLong(name.length).put(name).putInt(shape.size());
            shape.forEach(head::putLong);
            head.putInt(type(tensor).code()).putLong(offset);
            offset = aligned(offset + type(tensor).bytes(tensor.numbers()));
        }
        return head.array();
    }

    private static byte[] name(GgufFile.Tensor tensor) {
        return tensor.name().getBytes(StandardCharsets.UTF_8);
    }

    /** The tables of tensors are as long as the source's. */
    private long dataStart() {
        long end = layout.keysEnd();
        for (GgufFile.Tensor tensor : file.tensors()) {
            end += 8 + name(tensor).length + 4 + 8L * tensor.shape().size() + 4 + 8;
        }
        return aligned(end);
    }

    private long aligned(long position) {
        return (position + layout.alignment() - 1) / layout.alignment() * layout.alignment();
    }
}
