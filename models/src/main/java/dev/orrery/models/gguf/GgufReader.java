package dev.orrery.models.gguf;

import dev.orrery.api.OrreryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Reads one header. Arrays are kept only where {@link GgufFile} asks for them: a vocabulary's merges are megabytes that nobody needs. */
final class GgufReader {
    private static final int MAGIC = 0x46554747;
    private static final int MOST_KEYS = 1 << 16;
    private static final int MOST_TENSORS = 1 << 17;
    private static final int MOST_ELEMENTS = 1 << 23;
    private static final int MOST_DIMENSIONS = 4;
    private static final int SHORT_ARRAY = 1024;
    private static final int STRING = 8;
    private static final int ARRAY = 9;
    private static final Set<String> LONG_ARRAYS = Set.of("tokenizer.ggml.tokens", "tokenizer.ggml.token_type");

    private static final String FILE_TYPE = "general.file_type";
    private static final int U32 = 4;

    private final GgufInput in;
    private Layout layout = new Layout(0, 0, 1, OptionalLong.empty());

    /**
     * Where things are in the file.
     *
     * @param keysEnd where the keys end and the tensors' table begins
     * @param data where the tensors' data begins
     * @param alignment of each tensor's data
     * @param fileTypeAt where the number stands that names the kind of file; empty where none does
     */
    record Layout(long keysEnd, long data, long alignment, OptionalLong fileTypeAt) {}

    GgufReader(GgufInput in) {
        this.in = in;
    }

    /** Of what was read. */
    Layout layout() {
        return layout;
    }

    GgufFile read() throws IOException, OrreryException {
        if (in.length() < 24 || in.i32() != MAGIC) {
            throw in.bad("models.gguf.magic");
        }
        int version = in.i32();
        if (version != 2 && version != 3) {
            throw in.bad("models.gguf.version", Integer.toUnsignedString(version));
        }
        int tensors = in.count("tensors", 24, MOST_TENSORS);
        int keys = in.count("keys", 13, MOST_KEYS);
        Map<String, Object> metadata = new LinkedHashMap<>();
        OptionalLong fileTypeAt = OptionalLong.empty();
        for (int i = 0; i < keys; i++) {
            String key = in.string();
            int type = in.i32();
            fileTypeAt = key.equals(FILE_TYPE) && type == U32 ? OptionalLong.of(in.position()) : fileTypeAt;
            Object value = type == ARRAY ? array(key) : scalar(type);
            if (metadata.putIfAbsent(key, value) != null) {
                throw in.bad("models.gguf.twice", shown(key));
            }
        }
        long keysEnd = in.position();
        List<GgufFile.Tensor> infos = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < tensors; i++) {
            GgufFile.Tensor tensor = tensor();
            if (!names.add(tensor.name())) {
                throw in.bad("models.gguf.twice", shown(tensor.name()));
            }
            infos.add(tensor);
        }
        long alignment = metadata.get("general.alignment") instanceof Number number ? number.longValue() : 32;
        if (alignment < 1 || alignment > 1 << 20 || Long.bitCount(alignment) != 1) {
            throw in.bad("models.gguf.counts", "general.alignment", Long.toString(alignment));
        }
        long data = (in.position() + alignment - 1) / alignment * alignment;
        for (GgufFile.Tensor tensor : infos) {
            if (tensor.offset() % alignment != 0 || tensor.bytes() > in.length() - data - tensor.offset()) {
                throw in.bad("models.gguf.outside", shown(tensor.name()), in.length());
            }
        }
        layout = new Layout(keysEnd, data, alignment, fileTypeAt);
        return new GgufFile(version, in.length(), metadata, infos);
    }

    private GgufFile.Tensor tensor() throws IOException, OrreryException {
        String name = in.string();
        int dimensions = in.i32();
        if (dimensions < 0 || dimensions > MOST_DIMENSIONS) {
            throw in.bad("models.gguf.counts", "dimensions", Integer.toUnsignedString(dimensions));
        }
        List<Long> shape = new ArrayList<>();
        long numbers = 1;
        for (int i = 0; i < dimensions; i++) {
            long size = in.i64();
            if (size < 1 || size > Long.MAX_VALUE / 1024 / numbers) {
                throw in.bad("models.gguf.counts", shown(name), Long.toUnsignedString(size));
            }
            shape.add(size);
            numbers *= size;
        }
        int code = in.i32();
        long offset = in.i64();
        TensorType type = TensorType.of(code)
                .orElseThrow(() -> in.bad("models.gguf.type", shown(name), Integer.toUnsignedString(code)));
        if (offset < 0 || offset > in.length() || !type.holds(dimensions == 0 ? 1 : shape.getFirst())) {
            throw in.bad("models.gguf.outside", shown(name), in.length());
        }
        return new GgufFile.Tensor(name, List.copyOf(shape), numbers, type, offset, type.bytes(numbers));
    }

    private Object scalar(int type) throws IOException, OrreryException {
        return switch (type) {
            case 0 -> (long) in.u8();
            case 1 -> (long) (byte) in.u8();
            case 2 -> in.i16() & 0xffffL;
            case 3 -> (long) in.i16();
            case 4 -> in.i32() & 0xffffffffL;
            case 5 -> (long) in.i32();
            case 6 -> (double) Float.intBitsToFloat(in.i32());
            case 7 -> in.u8() != 0;
            case STRING -> in.string();
            case 10, 11 -> in.i64();
            case 12 -> Double.longBitsToDouble(in.i64());
            default -> throw in.bad("models.gguf.counts", "type", Integer.toUnsignedString(type));
        };
    }

    private static int size(int type) {
        return switch (type) {
            case 0, 1, 7 -> 1;
            case 2, 3 -> 2;
            case 4, 5, 6 -> 4;
            default -> 8;
        };
    }

    /** A list of the elements; of a long array that nobody needs, an empty one. Arrays of arrays are in no real file. */
    private List<Object> array(String key) throws IOException, OrreryException {
        int type = in.i32();
        if (type == ARRAY || type < 0 || type > 12) {
            throw in.bad("models.gguf.counts", shown(key), Integer.toUnsignedString(type));
        }
        int length = in.count(shown(key), size(type), MOST_ELEMENTS);
        if (length > SHORT_ARRAY && !LONG_ARRAYS.contains(key)) {
            if (type == STRING) {
                for (int i = 0; i < length; i++) {
                    in.skip(in.count("string", 1, Integer.MAX_VALUE));
                }
            } else {
                in.skip((long) length * size(type));
            }
            return List.of();
        }
        List<Object> values = new ArrayList<>(Math.min(length, 1 << 16));
        for (int i = 0; i < length; i++) {
            values.add(scalar(type));
        }
        return values;
    }

    /** A name that a stranger gave, short enough for a sentence. */
    private static String shown(String name) {
        String printable = name.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 60 ? printable : printable.substring(0, 60) + "…";
    }
}
