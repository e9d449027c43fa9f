package dev.orrery.models.ngram;

/** What is known of a token that may come next, as a number. Logarithms are natural. */
enum Feature {
    /** How often the longest context known in the open text was followed by it: logarithm of the smoothed share. */
    FILE_LONGEST(Block.FILE),
    /** The same of the context that is shorter by one step. */
    FILE_SHORTER(Block.FILE),
    /** The logarithm of its probability, contexts of all lengths mixed. */
    FILE_BLEND(Block.FILE),
    /** Whether it is what followed the last time. */
    FILE_NEWEST(Block.FILE),
    FOLDER_LONGEST(Block.FOLDER),
    FOLDER_SHORTER(Block.FOLDER),
    FOLDER_BLEND(Block.FOLDER),
    PROJECT_LONGEST(Block.PROJECT),
    PROJECT_SHORTER(Block.PROJECT),
    PROJECT_BLEND(Block.PROJECT),
    /** The logarithm of the probability of its shape. */
    SHAPE_BLEND(Block.SHAPE),
    SHAPE_LONGEST(Block.SHAPE),
    /** Shares by {@link Links}, in the project and in the open text. */
    LINK_FINE(Block.LINK),
    LINK_COARSE(Block.LINK),
    FILE_LINK_FINE(Block.FILE_LINK),
    FILE_LINK_COARSE(Block.FILE_LINK),
    /** Shares behind tokens of the same shapes: the last four, the last seven in the project; the last three, the last five in the open text. */
    SHAPES_SHORT(Block.SHAPE),
    SHAPES_LONG(Block.SHAPE),
    FILE_SHAPES_SHORT(Block.FILE_SHAPES),
    FILE_SHAPES_LONG(Block.FILE_SHAPES),
    /** The logarithm of its share of all tokens. */
    UNIGRAM(Block.PLACE),
    /** How much of it stands behind a dot, or not, as the caret does: logarithm. */
    DOTTED(Block.PLACE),
    /** The logarithm of how much of it stands behind a blank, where one was typed. */
    SPACED(Block.PLACE),
    NAME(Block.PLACE),
    UPPER(Block.PLACE),
    CONSTANT(Block.PLACE),
    NUMBER(Block.PLACE),
    TEXT(Block.PLACE),
    LINE_END(Block.PLACE),
    /** That it is none of the tokens looked at. */
    NONE(Block.PLACE),
    /** That no learned file has it. */
    UNLEARNED(Block.PLACE),
    IN_FILE(Block.PLACE),
    /** The logarithm of how often a name stands in the open text, plus one. */
    FILE_COUNT(Block.PLACE),
    /** The logarithm of how many tokens ago a name stood there last. */
    RECENCY(Block.PLACE),
    /** That a name stands there once. */
    ONCE(Block.PLACE),
    /** Names that stand so many tokens before the caret. */
    COPY_1(Block.PLACE),
    COPY_2(Block.PLACE),
    COPY_3(Block.PLACE),
    COPY_4(Block.PLACE),
    COPY_5(Block.PLACE),
    COPY_6(Block.PLACE),
    COPY_7(Block.PLACE),
    COPY_8(Block.PLACE),
    /** That it stands last in a block that is still open. */
    LAST_OPEN(Block.PLACE),
    /** That it is declared in a block that is still open; in one that is closed. */
    DECLARED_OPEN(Block.PLACE),
    DECLARED_CLOSED(Block.PLACE),
    /** The logarithm of how many tokens ago it was declared in a block that is still open. */
    DECLARED_AGO(Block.PLACE),
    /** That it is declared in a block that is still open and does not occur since. */
    UNUSED(Block.PLACE),
    /** The name of the file. */
    FILE_NAME(Block.PLACE),
    /** A bracket that closes the one that is open. */
    CLOSES(Block.PLACE),
    /** A bracket that closes none, or the wrong one. */
    CLOSES_WRONGLY(Block.PLACE),
    /** A semicolon within brackets. */
    ENDS_INSIDE(Block.PLACE),
    /** A comma outside of them. */
    PARTS_OUTSIDE(Block.PLACE),
    /** The name that one makes of the type before it. */
    NAMED_AS_TYPE(Block.PLACE),
    /** The last part of it. */
    NAMED_AS_PART(Block.PLACE),
    /** How much of the parts of a name occurs in the name before it. */
    PARTS_OF_LAST(Block.PLACE),
    /** The same of the names of the line. */
    PARTS_OF_LINE(Block.PLACE);

    /** What weights are chosen by; each feature has a weight for each place and one for each gate of its block. */
    enum Block {
        PLACE,
        FILE,
        FOLDER,
        PROJECT,
        SHAPE,
        LINK,
        FILE_LINK,
        FILE_SHAPES
    }

    static final int COUNT = values().length;

    private final Block block;

    Feature(Block block) {
        this.block = block;
    }

    Block block() {
        return block;
    }
}
