package dev.orrery.indexer.parse;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import io.github.treesitter.jtreesitter.Language;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A language's grammar: its node types and fields by name and number. Loaded once a process and kept. Safe from any thread.
 */
public final class Grammar {
    private static final Map<String, Grammar> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final MemorySegment address;
    private final Language language;
    private final String[] symbolNames;
    private final String[] fieldNames;
    private final Map<String, Integer> named = new HashMap<>();
    private final Map<String, Integer> anonymous = new HashMap<>();
    private final Map<String, Integer> fields = new HashMap<>();

    private Grammar(String name, MemorySegment address) {
        this.name = name;
        this.address = address;
        language = new Language(address);
        symbolNames = new String[language.getSymbolCount()];
        for (int id = 0; id < symbolNames.length; id++) {
            String symbol = orEmpty(language.getSymbolName((short) id));
            symbolNames[id] = symbol;
            if (language.isVisible((short) id)) {
                boolean isNamed = language.isNamed((short) id);
                int canonical = Short.toUnsignedInt(language.getSymbolForName(symbol, isNamed));
                (isNamed ? named : anonymous).put(symbol, canonical);
            }
        }
        fieldNames = new String[language.getFieldCount() + 1];
        fieldNames[0] = "";
        for (int id = 1; id < fieldNames.length; id++) {
            fieldNames[id] = orEmpty(language.getFieldNameForId((short) id));
            fields.put(fieldNames[id], id);
        }
    }

    /**
     * The grammar with tree-sitter's name for it, such as {@code java} or {@code c-sharp}.
     *
     * @throws OrreryException where there is no such grammar for this machine
     */
    public static Grammar of(String name) throws OrreryException {
        Grammar known = LOADED.get(name);
        if (known != null) {
            return known;
        }
        synchronized (LOADED) {
            Grammar meanwhile = LOADED.get(name);
            if (meanwhile != null) {
                return meanwhile;
            }
            Grammar loaded = load(name);
            LOADED.put(name, loaded);
            return loaded;
        }
    }

    private static Grammar load(String name) throws OrreryException {
        NativeCore core = NativeCore.current();
        if (core.kind() == NativeCore.Kind.ABSENT) {
            throw new OrreryException(core.reason());
        }
        if (!NativeCore.hasGrammar(name)) {
            throw new OrreryException(UserMessage.of("indexer.grammar.missing", name));
        }
        try {
            SymbolLookup library = SymbolLookup.libraryLookup(NativeCore.grammarLibrary(name), Arena.global());
            MemorySegment function = library.findOrThrow("tree_sitter_" + name.replace('-', '_'));
            var handle = Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.of(ValueLayout.ADDRESS));
            return new Grammar(name, (MemorySegment) handle.invokeExact());
        } catch (IOException | RuntimeException e) {
            throw new OrreryException(
                    UserMessage.of("indexer.grammar.broken", name, String.valueOf(e.getMessage())), e);
        } catch (Throwable fatal) {
            throw new LinkageError(name, fatal);
        }
    }

    public String name() {
        return name;
    }

    /** The number of a named node type, or -1 if the grammar has none of this name. Nodes carry exactly this number. */
    public int symbol(String type) {
        return named.getOrDefault(type, -1);
    }

    /** The number of an anonymous node type, that is of a keyword or a punctuation mark, or -1. */
    public int token(String text) {
        return anonymous.getOrDefault(text, -1);
    }

    /** The numbers of named node types. Names that the grammar does not have are an error: a table has a slip. */
    public BitSet symbols(String... types) {
        BitSet set = new BitSet();
        for (String type : types) {
            int id = symbol(type);
            if (id < 0) {
                throw new IllegalArgumentException("grammar " + name + " has no node type " + type);
            }
            set.set(id);
        }
        return set;
    }

    /** A node type's name; {@code ERROR} for what the parser could not read. */
    public String symbolName(int id) {
        return id == FlatTree.ERROR ? "ERROR" : symbolNames[id];
    }

    /** How many numbers of node types there are; {@link FlatTree#ERROR} is not among them. */
    public int symbolCount() {
        return symbolNames.length;
    }

    /** The number of a field, or -1. */
    public int field(String field) {
        return fields.getOrDefault(field, -1);
    }

    /** A field's name; empty for 0, which means no field. */
    public String fieldName(int id) {
        return fieldNames[id];
    }

    MemorySegment address() {
        return address;
    }

    Language language() {
        return language;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public String toString() {
        return name;
    }
}
