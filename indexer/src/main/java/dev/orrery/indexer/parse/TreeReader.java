package dev.orrery.indexer.parse;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.Arrays;

/** Lays a selected part of a native tree out flat; see {@link FlatTree}. Used once. */
final class TreeReader implements AutoCloseable {

    /** Which nodes are wanted; a node that is not is left out with all its descendants. */
    sealed interface Selection {}

    /** Nodes that overlap a stretch of bytes. */
    record Overlapping(int start, int end) implements Selection {}

    /** Nodes that are or contain an error. */
    record Broken() implements Selection {}

    /** Nodes that are or contain an error, and the children of errors; at most so many. */
    record Damage(int most) implements Selection {}

    /** The root alone. */
    record Nothing() implements Selection {}

    private final Selection selection;
    private final int bytesPerUnit;
    private final Arena arena = Arena.ofConfined();
    private final SegmentAllocator nodeSpace = SegmentAllocator.prefixAllocator(arena.allocate(CoreFunctions.NODE));
    private final MemorySegment cursor;
    private int[] cells = new int[FlatTree.CELLS << 8];
    private int count;

    TreeReader(MemorySegment tree, Selection selection, int bytesPerUnit) {
        this.selection = selection;
        this.bytesPerUnit = bytesPerUnit;
        try {
            MemorySegment root = (MemorySegment) CoreFunctions.ROOT.invokeExact(nodeSpace, tree);
            cursor = (MemorySegment) CoreFunctions.CURSOR_NEW.invokeExact((SegmentAllocator) arena, root);
        } catch (Throwable e) {
            throw new LinkageError("tree", e);
        }
    }

    int[] cells() {
        try {
            walk();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("tree", e);
        }
        return Arrays.copyOf(cells, count * FlatTree.CELLS);
    }

    private void walk() throws Throwable {
        int parent = -1;
        boolean more = true;
        while (more && !(selection instanceof Damage(int most) && count >= most)) {
            boolean wanted = add(parent);
            if (wanted && down()) {
                parent = count - 1;
                continue;
            }
            more = next();
            while (!more && (boolean) CoreFunctions.CURSOR_UP.invokeExact(cursor)) {
                cells[parent * FlatTree.CELLS + 5] = count;
                parent = cells[parent * FlatTree.CELLS + 3];
                more = next();
            }
        }
    }

    private boolean add(int parent) throws Throwable {
        MemorySegment node = (MemorySegment) CoreFunctions.CURSOR_NODE.invokeExact(nodeSpace, cursor);
        int start = (int) CoreFunctions.NODE_START.invokeExact(node);
        int end = (int) CoreFunctions.NODE_END.invokeExact(node);
        boolean broken = (boolean) CoreFunctions.NODE_BROKEN.invokeExact(node);
        boolean missing = (boolean) CoreFunctions.NODE_MISSING.invokeExact(node);
        boolean wanted =
                switch (selection) {
                    case Overlapping(int from, int to) -> end >= from && start <= to;
                    case Broken() -> broken || missing;
                    case Damage _ ->
                        broken || missing || parent >= 0 && (cells[parent * FlatTree.CELLS] & 0xFFFF) == FlatTree.ERROR;
                    case Nothing() -> false;
                };
        if (!wanted && parent >= 0) {
            return false; // the root is always there
        }
        int at = count++ * FlatTree.CELLS;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, at * 2);
        }
        cells[at] = Short.toUnsignedInt((short) CoreFunctions.NODE_SYMBOL.invokeExact(node))
                | ((boolean) CoreFunctions.NODE_NAMED.invokeExact(node) ? FlatTree.NAMED : 0)
                | (broken ? FlatTree.BROKEN : 0)
                | (missing ? FlatTree.MISSING : 0);
        cells[at + 1] = start / bytesPerUnit;
        cells[at + 2] = end / bytesPerUnit;
        cells[at + 3] = parent;
        cells[at + 4] = Short.toUnsignedInt((short) CoreFunctions.CURSOR_FIELD.invokeExact(cursor));
        cells[at + 5] = count;
        return true;
    }

    private boolean down() throws Throwable {
        return switch (selection) {
            case Overlapping(int from, int _)
            when from > 0 -> (long) CoreFunctions.CURSOR_DOWN.invokeExact(cursor, from) >= 0;
            case Nothing _ -> false;
            case Damage _ when (cells[(count - 1) * FlatTree.CELLS] & FlatTree.BROKEN) == 0 -> false;
            case Overlapping _, Broken _, Damage _ -> (boolean) CoreFunctions.CURSOR_FIRST.invokeExact(cursor);
        };
    }

    /** Goes to the next sibling, unless all further ones lie behind what is wanted. */
    private boolean next() throws Throwable {
        if (selection instanceof Overlapping(int _, int to)) {
            MemorySegment node = (MemorySegment) CoreFunctions.CURSOR_NODE.invokeExact(nodeSpace, cursor);
            if ((int) CoreFunctions.NODE_START.invokeExact(node) > to) {
                return false;
            }
        }
        return (boolean) CoreFunctions.CURSOR_NEXT.invokeExact(cursor);
    }

    @Override
    public void close() {
        try {
            CoreFunctions.CURSOR_DELETE.invokeExact(cursor);
        } catch (Throwable e) {
            throw new LinkageError("tree", e);
        } finally {
            arena.close();
        }
    }
}
