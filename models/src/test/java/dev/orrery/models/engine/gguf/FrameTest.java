package dev.orrery.models.engine.gguf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class FrameTest {
    @Test
    void comesThroughWhatNativeCodePrintsBetween() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        pipe.writeBytes("Extracted 'libjllama.so'\n".getBytes(StandardCharsets.UTF_8));
        Frame.of(Frame.Kind.PIECE, 7, out -> Frame.writeString(out, "größe")).writeTo(pipe);
        pipe.write(0xff);
        pipe.write(0xff);
        pipe.write(0xfe);
        Frame.of(Frame.Kind.DONE, 8, out -> out.writeInt(3)).writeTo(pipe);
        ByteArrayInputStream in = new ByteArrayInputStream(pipe.toByteArray());
        Frame first = Frame.readFrom(in);
        assertEquals(Frame.Kind.PIECE, first.kind());
        assertEquals(7, first.request());
        assertEquals("größe", Frame.readString(first.open()));
        assertEquals(8, Frame.readFrom(in).request());
        assertThrows(EOFException.class, () -> Frame.readFrom(in));
    }

    @Test
    void garbageIsAnIoException() {
        long seed = Long.getLong("orrery.test.seed", ThreadLocalRandom.current().nextLong());
        System.out.println("FrameTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            byte[] garbage = new byte[13 + random.nextInt(40)];
            random.nextBytes(garbage);
            System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xfa, (byte) 0xce}, 0, garbage, 0, 4);
            // A short length may fit by chance; all others must not take memory for what is not there.
            garbage[9] = (byte) (0x10 | random.nextInt(0xef));
            assertThrows(IOException.class, () -> Frame.readFrom(new ByteArrayInputStream(garbage)));
        }
        byte[] lying = {0, 1, 0, 0, 'x'};
        assertThrows(IOException.class, () -> Frame.readString(new Frame(Frame.Kind.TEXT, 1, lying).open()));
    }

    @Test
    void promptsComeThrough() throws IOException {
        List<PromptPiece> pieces =
                List.of(new PromptPiece.Token(259), new PromptPiece.Text("int ü"), new PromptPiece.Text(""));
        Frame frame = Frame.of(Frame.Kind.GENERATE, 1, out -> PromptPiece.write(out, pieces));
        assertEquals(pieces, PromptPiece.read(frame.open()));
    }

    @Test
    void plainTextNeverHasAWholeMark() {
        List<String> marks = List.of("<|fim_prefix|>", "<|end|>", "<<<");
        PlainText plain = new PlainText(marks);
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(8); j > 0; j--) {
                text.append(new String[] {"<", "<|end|>", "<|fim_prefix|>", "int x", "|>", "<|"}[random.nextInt(6)]);
            }
            List<String> parts = plain.parts(text.toString());
            assertEquals(text.toString(), String.join("", parts));
            assertFalse(parts.stream().anyMatch(part -> marks.stream().anyMatch(part::contains)), text.toString());
        }
        assertArrayEquals(new Object[] {"<", "|end|>"}, plain.parts("<|end|>").toArray());
        assertEquals(List.of("plain"), Arrays.asList(plain.parts("plain").toArray()));
    }
}
