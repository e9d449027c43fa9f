package dev.orrery.render3d;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Writes pictures to look at and to compare with, and reads what it wrote; the filter of PNG is always Paeth's. */
public final class Png {
    private static final int PAETH = 4;

    private Png() {}

    /** A picture, {@code 0xAARRGGBB}, the top row first. */
    public record Picture(int[] argb, int width, int height) {}

    public static void write(Path file, IntBuffer pixels, int width, int height) {
        int[] argb = new int[width * height];
        pixels.get(0, argb);
        write(file, new Picture(argb, width, height));
    }

    public static void write(Path file, Picture picture) {
        try {
            ByteArrayOutputStream raw = new ByteArrayOutputStream();
            try (DeflaterOutputStream out = new DeflaterOutputStream(raw, new Deflater(9))) {
                byte[] above = new byte[picture.width() * 3];
                for (int y = 0; y < picture.height(); y++) {
                    byte[] row = row(picture, y);
                    out.write(PAETH);
                    for (int i = 0; i < row.length; i++) {
                        out.write(row[i] - guess(row, above, i));
                    }
                    above = row;
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream png = new DataOutputStream(bytes);
            png.writeLong(0x89504e470d0a1a0aL);
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream head = new DataOutputStream(header);
            head.writeInt(picture.width());
            head.writeInt(picture.height());
            head.write(new byte[] {8, 2, 0, 0, 0});
            chunk(png, "IHDR", header.toByteArray());
            chunk(png, "IDAT", raw.toByteArray());
            chunk(png, "IEND", new byte[0]);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes.toByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] row(Picture picture, int y) {
        byte[] row = new byte[picture.width() * 3];
        for (int x = 0; x < picture.width(); x++) {
            int argb = picture.argb()[y * picture.width() + x];
            row[x * 3] = (byte) (argb >> 16);
            row[1 + x * 3] = (byte) (argb >> 8);
            row[2 + x * 3] = (byte) argb;
        }
        return row;
    }

    private static int guess(byte[] row, byte[] above, int i) {
        int a = i < 3 ? 0 : row[i - 3] & 255;
        int b = above[i] & 255;
        int c = i < 3 ? 0 : above[i - 3] & 255;
        int p = a + b - c;
        int pa = Math.abs(p - a);
        int pb = Math.abs(p - b);
        int pc = Math.abs(p - c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }

    /** Reads what {@link #write} wrote. */
    public static Picture read(Path file) {
        try (DataInputStream png = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            png.skipNBytes(16);
            int width = png.readInt();
            int height = png.readInt();
            png.skipNBytes(9);
            byte[] data = new byte[png.readInt()];
            png.skipNBytes(4);
            png.readFully(data);
            int[] argb = new int[width * height];
            try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(data)))) {
                byte[] above = new byte[width * 3];
                for (int y = 0; y < height; y++) {
                    if (in.readByte() != PAETH) {
                        throw new IOException(file + " was written by somebody else");
                    }
                    byte[] row = in.readNBytes(width * 3);
                    for (int i = 0; i < row.length; i++) {
                        row[i] += (byte) guess(row, above, i);
                    }
                    for (int x = 0; x < width; x++) {
                        argb[y * width + x] = 0xff000000
                                | (row[x * 3] & 255) << 16
                                | (row[1 + x * 3] & 255) << 8
                                | row[2 + x * 3] & 255;
                    }
                    above = row;
                }
            }
            return new Picture(argb, width, height);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
