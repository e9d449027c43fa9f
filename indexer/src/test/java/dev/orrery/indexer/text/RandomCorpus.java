package dev.orrery.indexer.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Makes files that are likely to upset a search: odd line ends, broken UTF-8, byte order marks, zero bytes, long lines. */
record RandomCorpus(Random random) {
    private static final List<String> PIECES = List.of(
            "foo",
            "Foo",
            "FOO",
            "bar",
            "foobar",
            "a",
            "b",
            "ab",
            "aab",
            "x1",
            "42",
            "_id",
            "caf\u00e9",
            "CAF\u00c9",
            "\u00e9",
            "\u0130",
            "\u212a",
            "\u017f",
            "K",
            "k",
            "s",
            "S",
            "\u4e2d\u6587",
            "\ud83d\ude00",
            "e\u0301",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "->",
            "::",
            ".",
            ",",
            ";",
            "\"",
            "'",
            "\\",
            "/",
            "//",
            " ",
            " ",
            "  ",
            "\t",
            "=",
            "==",
            "+",
            "-",
            "return",
            "import",
            "get",
            "getName",
            "set_value",
            "HTTPServer",
            "0x1F",
            "\u00a0",
            "\u2028",
            "\u0085",
            "\u0440\u0443\u0441\u0441\u043a\u0438\u0439");
    private static final List<byte[]> BROKEN = List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc3},
            new byte[] {(byte) 0xe2, (byte) 0x82},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0x80},
            new byte[] {(byte) 0xf5});

    void write(Path folder, int files) throws IOException {
        for (int file = 0; file < files; file++) {
            Path path = folder.resolve("d" + file % 3).resolve("f" + file + ".txt");
            Files.createDirectories(path.getParent());
            Files.write(path, content(file % 12));
        }
    }

    private byte[] content(int kind) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int lines = kind == 0 ? 6000 : 1 + random.nextInt(40);
        if (kind == 1) {
            out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        }
        for (int line = 0; line < lines; line++) {
            line(out, kind);
            boolean last = line + 1 == lines;
            if (!last || random.nextBoolean()) {
                out.write(kind == 2 ? "\r\n".getBytes(StandardCharsets.UTF_8) : new byte[] {'\n'});
            }
        }
        if (kind == 3 || kind == 4) {
            String text = out.toString(StandardCharsets.UTF_8);
            byte[] encoded = text.getBytes(kind == 3 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
            byte[] mark = kind == 3 ? new byte[] {(byte) 0xff, (byte) 0xfe} : new byte[] {(byte) 0xfe, (byte) 0xff};
            out.reset();
            out.write(mark);
            out.write(encoded);
        }
        byte[] bytes = out.toByteArray();
        if ((kind == 0 || kind == 5) && bytes.length > 0 && random.nextBoolean()) {
            bytes[random.nextInt(bytes.length)] = 0;
        }
        return bytes;
    }

    private void line(ByteArrayOutputStream out, int kind) throws IOException {
        int pieces = kind == 6 && random.nextInt(20) == 0 ? 20_000 : random.nextInt(12);
        for (int piece = 0; piece < pieces; piece++) {
            if (kind == 7 && random.nextInt(6) == 0) {
                out.write(BROKEN.get(random.nextInt(BROKEN.size())));
            } else {
                String text = PIECES.get(random.nextInt(PIECES.size()));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
