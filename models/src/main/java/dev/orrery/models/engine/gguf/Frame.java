package dev.orrery.models.engine.gguf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * One message between this process and the child: four bytes that no text has, the kind (byte), the request's number (int), the length of
 * the content (int), the content; big-endian. Whatever stands before the four bytes is skipped.
 *
 * @param request the number that the asker gave; 0 for none
 */
record Frame(Kind kind, int request, byte[] content) {
    private static final int[] MARK = {0xff, 0xfe, 0xfa, 0xce};
    private static final int LONGEST = 64 << 20;

    /** What a message says; its content in brackets. */
    enum Kind {
        /** To the child, first: path, context, batch, threads, layers on the graphics processor, pooling (string, ints). */
        LOAD,
        /** To the child: pieces of the prompt, context, most tokens, temperature, seed. */
        GENERATE,
        /** To the child: the request of this number is no longer wanted. */
        CANCEL,
        /** To the child: texts to count (string). */
        COUNT,
        /** To the child: a text (string). */
        EMBED,
        /** To the child: a conversation, roles and texts in turn (int, strings). */
        TEMPLATE,
        /** From the child: the model is loaded. */
        READY,
        /** From the child: a part of the answer (string). */
        PIECE,
        /** From the child, first of an answer: tokens of the prompt, and of them reused (ints). */
        BEGUN,
        /** From the child, last of an answer: tokens made, and whether the limit ended it (int, boolean). */
        DONE,
        /** From the child: a number (int). */
        NUMBER,
        /** From the child: a vector (int, floats). */
        VECTOR,
        /** From the child: a text (string). */
        TEXT,
        /** From the child: what went wrong, in llama.cpp's words (string). */
        FAILED
    }

    /** Fills a message's content. */
    @FunctionalInterface
    interface Content {
        void writeTo(DataOutputStream out) throws IOException;
    }

    static Frame of(Kind kind, int request, Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.writeTo(new DataOutputStream(bytes));
        return new Frame(kind, request, bytes.toByteArray());
    }

    DataInputStream open() {
        return new DataInputStream(new ByteArrayInputStream(content));
    }

    /** Writes it at once, so that frames of several threads do not mix. */
    void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream(content.length + 13);
        DataOutputStream data = new DataOutputStream(all);
        for (int mark : MARK) {
            data.writeByte(mark);
        }
        data.writeByte(kind.ordinal());
        data.writeInt(request);
        data.writeInt(content.length);
        data.write(content);
        synchronized (out) {
            all.writeTo(out);
            out.flush();
        }
    }

    /**
     * The next message.
     *
     * @throws EOFException where there is none
     * @throws IOException where it is none of ours
     */
    static Frame readFrom(InputStream in) throws IOException {
        int matched = 0;
        while (matched < MARK.length) {
            int read = in.read();
            if (read < 0) {
                throw new EOFException();
            }
            matched = read == MARK[matched] ? matched + 1 : read == MARK[0] ? 1 : 0;
        }
        DataInputStream data = new DataInputStream(in);
        int kind = data.readUnsignedByte();
        int request = data.readInt();
        int length = data.readInt();
        if (kind >= Kind.values().length || length < 0 || length > LONGEST) {
            throw new IOException("kind " + kind + ", " + length + " bytes");
        }
        byte[] content = new byte[length];
        data.readFully(content);
        return new Frame(Kind.values()[kind], request, content);
    }

    static void writeString(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readString(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a string of " + length + " bytes");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
