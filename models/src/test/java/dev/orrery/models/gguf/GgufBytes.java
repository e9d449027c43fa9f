package dev.orrery.models.gguf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The bytes of a GGUF file, written by hand, so that they can also be wrong. */
public final class GgufBytes {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public GgufBytes i32(int number) {
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
        return this;
    }

    public GgufBytes i64(long number) {
        bytes.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(number)
                .array());
        return this;
    }

    public GgufBytes f32(float number) {
        return i32(Float.floatToIntBits(number));
    }

    public GgufBytes string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        i64(utf8.length);
        bytes.writeBytes(utf8);
        return this;
    }

    public GgufBytes head(int version, long tensors, long keys) {
        return i32(0x46554747).i32(version).i64(tensors).i64(keys);
    }

    public GgufBytes key(String name, int number) {
        return string(name).i32(4).i32(number);
    }

    public GgufBytes key(String name, float number) {
        return string(name).i32(6).f32(number);
    }

    public GgufBytes key(String name, String text) {
        return string(name).i32(8).string(text);
    }

    public GgufBytes key(String name, boolean truth) {
        string(name).i32(7);
        bytes.write(truth ? 1 : 0);
        return this;
    }

    public GgufBytes strings(String name, List<String> texts) {
        string(name).i32(9).i32(8).i64(texts.size());
        texts.forEach(this::string);
        return this;
    }

    public GgufBytes numbers(String name, int[] numbers) {
        string(name).i32(9).i32(5).i64(numbers.length);
        for (int number : numbers) {
            i32(number);
        }
        return this;
    }

    public GgufBytes tensor(String name, long[] shape, int type, long offset) {
        string(name).i32(shape.length);
        for (long each : shape) {
            i64(each);
        }
        return i32(type).i64(offset);
    }

    public GgufBytes pad(int alignment) {
        while (bytes.size() % alignment != 0) {
            bytes.write(0);
        }
        return this;
    }

    public byte[] array() {
        return bytes.toByteArray();
    }
}
