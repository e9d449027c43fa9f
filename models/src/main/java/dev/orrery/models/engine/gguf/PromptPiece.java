package dev.orrery.models.engine.gguf;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A part of a prompt. Each text is tokenised by itself; what spells a mark in it becomes one, so a user's text is cut before (see {@link PlainText}). */
sealed interface PromptPiece {
    /** One token by its number. */
    record Token(int number) implements PromptPiece {}

    /** Text. */
    record Text(String text) implements PromptPiece {}

    static void write(DataOutputStream out, List<PromptPiece> pieces) throws IOException {
        out.writeInt(pieces.size());
        for (PromptPiece piece : pieces) {
            switch (piece) {
                case Token(int number) -> {
                    out.writeByte(0);
                    out.writeInt(number);
                }
                case Text(String text) -> {
                    out.writeByte(1);
                    Frame.writeString(out, text);
                }
            }
        }
    }

    static List<PromptPiece> read(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<PromptPiece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = in.readUnsignedByte();
            pieces.add(kind == 0 ? new Token(in.readInt()) : new Text(Frame.readString(in)));
        }
        return pieces;
    }
}
