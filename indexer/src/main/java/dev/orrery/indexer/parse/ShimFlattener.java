package dev.orrery.indexer.parse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Flattens through the shim that is compiled with the core: one native call a text. */
final class ShimFlattener implements Flattener {
    private static final int STOPPED_BY_CLOCK = -1;
    private static final int STOPPED_BY_BUDGET = -2;
    private static final int OUT_OF_MEMORY = -3;
    private static final int KEPT_BYTES = 1 << 20;

    private static final MethodHandle NEW = function("new", FunctionDescriptor.of(ADDRESS));
    private static final MethodHandle DELETE = function("delete", FunctionDescriptor.ofVoid(ADDRESS));
    private static final MethodHandle CELLS = function("cells", FunctionDescriptor.of(ADDRESS, ADDRESS));
    private static final MethodHandle PARSE = function(
            "parse",
            FunctionDescriptor.of(
                    JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT));

    private final MemorySegment self;
    private Arena textArena = Arena.ofShared();
    private MemorySegment text = MemorySegment.NULL;

    ShimFlattener() {
        try {
            self = (MemorySegment) NEW.invokeExact();
        } catch (Throwable e) {
            throw new LinkageError("new", e);
        }
        if (self.address() == 0) {
            throw new OutOfMemoryError("no native memory for a parser");
        }
    }

    @Override
    public int[] flatten(Grammar grammar, byte[] utf8, ParseLimits limits) throws ParseStopped {
        makeRoom(utf8.length);
        MemorySegment.copy(utf8, 0, text, JAVA_BYTE, 0, utf8.length);
        try {
            int count = (int) PARSE.invokeExact(
                    self,
                    grammar.address(),
                    text,
                    utf8.length,
                    limits.steps(),
                    limits.memory(),
                    limits.micros(),
                    limits.nodes());
            if (count < 0) {
                throw stopped(count);
            }
            int[] cells = new int[count * FlatTree.CELLS];
            MemorySegment all = ((MemorySegment) CELLS.invokeExact(self)).reinterpret(4L * cells.length);
            MemorySegment.copy(all, JAVA_INT, 0, cells, 0, cells.length);
            return cells;
        } catch (ParseStopped | RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new LinkageError("parse", e);
        }
    }

    private static ParseStopped stopped(int code) {
        return switch (code) {
            case STOPPED_BY_CLOCK -> new ParseStopped(ParseStopped.Reason.TIMED_OUT);
            case STOPPED_BY_BUDGET -> new ParseStopped(ParseStopped.Reason.TOO_COMPLEX);
            case OUT_OF_MEMORY -> throw new OutOfMemoryError("no native memory for a syntax tree");
            default -> throw new IllegalArgumentException("the core cannot read this grammar");
        };
    }

    /** Keeps one buffer for texts of usual size; gives back what a giant took. */
    private void makeRoom(int bytes) {
        if (bytes > text.byteSize() || text.byteSize() > KEPT_BYTES) {
            textArena.close();
            textArena = Arena.ofShared();
            text = textArena.allocate(Math.max(bytes, 1 << 16));
        }
    }

    @Override
    public void close() {
        textArena.close();
        try {
            DELETE.invokeExact(self);
        } catch (Throwable e) {
            throw new LinkageError("delete", e);
        }
    }

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        SymbolLookup core = NativeCore.current().lookup(Arena.global());
        return Linker.nativeLinker().downcallHandle(core.findOrThrow("orrery_flattener_" + name), descriptor);
    }
}
