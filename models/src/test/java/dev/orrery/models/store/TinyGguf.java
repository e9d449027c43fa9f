package dev.orrery.models.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes GGUF files that are well formed and hold next to nothing. */
public final class TinyGguf {
    private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
    private int count;

    /** A model as makers describe theirs: 4 layers, 2 heads of 8, marks for filling in the middle, one tensor of 64 floats. */
    public static byte[] model(String name) {
        return new TinyGguf()
                .text("general.architecture", "qwen2")
                .text("general.name", name)
                .text("general.license", "apache-2.0")
                .number("general.file_type", 15)
                .number("qwen2.block_count", 4)
                .number("qwen2.context_length", 512)
                .number("qwen2.embedding_length", 16)
                .number("qwen2.attention.head_count", 2)
                .number("qwen2.attention.head_count_kv", 1)
                .texts("tokenizer.ggml.tokens", List.of("a", "b", "<|fim_prefix|>"))
                .text("tokenizer.chat_template", "{{ messages }}")
                .bytes(64);
    }

    TinyGguf text(String key, String value) {
        string(key);
        number(8, 4);
        string(value);
        count++;
        return this;
    }

    TinyGguf number(String key, int value) {
        string(key);
        number(4, 4);
        number(value, 4);
        count++;
        return this;
    }

    TinyGguf texts(String key, List<String> values) {
        string(key);
        number(9, 4);
        number(8, 4);
        number(values.size(), 8);
        values.forEach(this::string);
        count++;
        return this;
    }

    /** The file with one tensor of so many floats. */
    byte[] bytes(int floats) {
        byte[] metadata = entries.toByteArray();
        entries.reset();
        string("output.weight");
        number(1, 4);
        number(floats, 8);
        number(0, 4);
        number(0, 8);
        byte[] tensor = entries.toByteArray();
        int head = 24 + metadata.length + tensor.length;
        int data = (head + 31) / 32 * 32;
        ByteBuffer file = ByteBuffer.allocate(data + floats * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put("GGUF".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putLong(1)
                .putLong(count);
        file.put(metadata).put(tensor);
        return file.array();
    }

    private void string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length, 8);
        entries.writeBytes(bytes);
    }

    private void number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            entries.write((int) (value >> (8 * i)));
        }
    }
}
