package dev.orrery.indexer.text;

import dev.orrery.indexer.scan.TextBlocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A text that searches read in place of a file's. Immutable. */
public final class UnsavedText {
    private final List<TextBlock> blocks;

    private UnsavedText(List<TextBlock> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** @param bytes what the file would hold if the text were saved */
    public static UnsavedText of(byte[] bytes) {
        List<TextBlock> blocks = new ArrayList<>();
        try {
            new TextBlocks().read(bytes, (block, end) -> blocks.add(TextBlock.of(block, end)));
        } catch (IOException tooLongALine) {
            throw new UncheckedIOException(tooLongALine);
        }
        return new UnsavedText(blocks);
    }

    List<TextBlock> blocks() {
        return blocks;
    }
}
