package dev.orrery.indexer.parse;

import static dev.orrery.indexer.parse.CoreFunctions.EDIT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * A text that is being edited, with its syntax tree kept up to date: an edit costs about as much as what it changes. Offsets
 * are UTF-16 units. One owner at a time; holds native memory until it is closed.
 *
 * <p>The tree equals that of a fresh parse, with one exception: how errors are repaired may depend on the way the text came
 * about. Short texts with errors are therefore parsed afresh; for long ones, where that would take too long for a keystroke,
 * {@link #parseAfresh} gives the tree that a newly opened document would have.
 */
public final class OpenDocument implements AutoCloseable {
    private static final long MICROS = 2_000_000;
    private static final int BYTES_PER_UNIT = 2;
    private static final int SHORT = 1 << 15;

    private final Grammar grammar;
    private final DocumentText text;
    private final MemorySegment parser;
    private MemorySegment tree = MemorySegment.NULL;

    private OpenDocument(Grammar grammar, String text) {
        this.grammar = grammar;
        this.text = new DocumentText(text);
        try {
            parser = (MemorySegment) CoreFunctions.PARSER_NEW.invokeExact();
            if (!(boolean) CoreFunctions.SET_LANGUAGE.invokeExact(parser, grammar.address())) {
                throw new IllegalArgumentException("the core cannot read the grammar " + grammar);
            }
            CoreFunctions.SET_TIMEOUT.invokeExact(parser, MICROS);
        } catch (Throwable e) {
            throw failed(e);
        }
        parse();
    }

    public static OpenDocument open(Grammar grammar, String text) {
        return new OpenDocument(grammar, text);
    }

    /** Whether a text costs no more to parse than its size justifies; what does should not be opened. */
    static boolean isReasonable(Grammar grammar, String text) {
        try (FlatParser parser = new FlatParser()) {
            parser.parse(grammar, text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (ParseStopped stopped) {
            return false;
        }
    }

    /** Number of UTF-16 units. */
    public int length() {
        return text.length();
    }

    /** Replaces the units from {@code start} to {@code end}. */
    public void edit(int start, int end, String replacement) {
        if (start < 0 || end < start || end > text.length()) {
            throw new IndexOutOfBoundsException(start + ".." + end + " of " + text.length());
        }
        int startRow = text.row(start);
        int startColumn = text.column(start);
        int oldRow = text.row(end);
        int oldColumn = text.column(end);
        text.replace(start, end, replacement);
        if (tree.address() != 0) {
            int newEnd = start + replacement.length();
            adjust(start, end, newEnd, startRow, startColumn, oldRow, oldColumn, text.row(newEnd), text.column(newEnd));
        }
        parse();
        if (text.length() < SHORT && hasError()) {
            parseAfresh();
        }
    }

    private void adjust(int start, int oldEnd, int newEnd, int... rowsAndColumns) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment edit = arena.allocate(EDIT);
            edit.setAtIndex(JAVA_INT, 0, start * BYTES_PER_UNIT);
            edit.setAtIndex(JAVA_INT, 1, oldEnd * BYTES_PER_UNIT);
            edit.setAtIndex(JAVA_INT, 2, newEnd * BYTES_PER_UNIT);
            for (int i = 0; i < rowsAndColumns.length; i++) {
                boolean column = i % 2 == 1;
                edit.setAtIndex(JAVA_INT, 3 + i, column ? rowsAndColumns[i] * BYTES_PER_UNIT : rowsAndColumns[i]);
            }
            CoreFunctions.TREE_EDIT.invokeExact(tree, edit);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Parses the whole text as if it had just been opened. */
    public void parseAfresh() {
        forget();
        parse();
    }

    private void parse() {
        try {
            MemorySegment parsed = (MemorySegment) CoreFunctions.PARSE.invokeExact(
                    parser, tree, text.segment(), text.length() * BYTES_PER_UNIT, CoreFunctions.UTF16LE);
            if (parsed.address() == 0) {
                CoreFunctions.PARSER_RESET.invokeExact(parser);
            }
            forget();
            tree = parsed;
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    /** Whether there is a tree; a text that takes seconds to parse has none until the next edit. */
    public boolean parsed() {
        return tree.address() != 0;
    }

    /** Whether the text has errors. */
    public boolean hasError() {
        return parsed() && read(new TreeReader.Nothing()).hasError();
    }

    /** The tree without the nodes that lie wholly outside of {@code start} to {@code end}. Offsets are UTF-16 units. */
    public FlatTree nodes(int start, int end) {
        return read(new TreeReader.Overlapping(start * BYTES_PER_UNIT, end * BYTES_PER_UNIT));
    }

    /** The tree without the nodes that contain no error. Offsets are UTF-16 units. */
    public FlatTree errors() {
        return read(new TreeReader.Broken());
    }

    /** The tree without the nodes that contain no error, but with the children of errors; at most so many nodes. Offsets are UTF-16 units. */
    FlatTree damage(int most) {
        return read(new TreeReader.Damage(most));
    }

    private FlatTree read(TreeReader.Selection selection) {
        if (!parsed()) {
            throw new IllegalStateException("not parsed");
        }
        try (TreeReader reader = new TreeReader(tree, selection, BYTES_PER_UNIT)) {
            return new FlatTree(grammar, reader.cells());
        }
    }

    private void forget() {
        if (parsed()) {
            try {
                CoreFunctions.TREE_DELETE.invokeExact(tree);
            } catch (Throwable e) {
                throw failed(e);
            }
            tree = MemorySegment.NULL;
        }
    }

    @Override
    public void close() {
        forget();
        text.close();
        try {
            CoreFunctions.PARSER_DELETE.invokeExact(parser);
        } catch (Throwable e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(Throwable e) {
        if (e instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (e instanceof Error error) {
            throw error;
        }
        throw new LinkageError("native call", e);
    }
}
