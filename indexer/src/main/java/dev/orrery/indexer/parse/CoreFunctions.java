package dev.orrery.indexer.parse;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The functions of tree-sitter's C interface that open documents need: jtreesitter would copy the whole text anew with each
 * edit. Both cores have them.
 */
final class CoreFunctions {
    /** {@code TSNode}: four ints of context, the node, its tree. Passed by value. */
    static final MemoryLayout NODE =
            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(4, JAVA_INT), ADDRESS, ADDRESS);

    /** {@code TSTreeCursor}: two pointers and three ints. */
    static final MemoryLayout CURSOR = MemoryLayout.structLayout(
            ADDRESS, ADDRESS, MemoryLayout.sequenceLayout(3, JAVA_INT), MemoryLayout.paddingLayout(4));

    /** {@code TSInputEdit}: start, old end and new end in bytes, then each as row and column. */
    static final MemoryLayout EDIT = MemoryLayout.structLayout(MemoryLayout.sequenceLayout(9, JAVA_INT));

    /** {@code TSInputEncodingUTF16LE}. */
    static final int UTF16LE = 1;

    static final MethodHandle PARSER_NEW = function("parser_new", FunctionDescriptor.of(ADDRESS));
    static final MethodHandle PARSER_DELETE = function("parser_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle PARSER_RESET = function("parser_reset", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle SET_LANGUAGE =
            function("parser_set_language", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, ADDRESS));
    static final MethodHandle SET_TIMEOUT =
            function("parser_set_timeout_micros", FunctionDescriptor.ofVoid(ADDRESS, JAVA_LONG));
    static final MethodHandle PARSE = function(
            "parser_parse_string_encoding",
            FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT));
    static final MethodHandle TREE_EDIT = function("tree_edit", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
    static final MethodHandle TREE_DELETE = function("tree_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle ROOT = function("tree_root_node", FunctionDescriptor.of(NODE, ADDRESS));
    static final MethodHandle NODE_SYMBOL = function("node_symbol", FunctionDescriptor.of(JAVA_SHORT, NODE));
    static final MethodHandle NODE_NAMED = function("node_is_named", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
    static final MethodHandle NODE_BROKEN = function("node_has_error", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
    static final MethodHandle NODE_MISSING = function("node_is_missing", FunctionDescriptor.of(JAVA_BOOLEAN, NODE));
    static final MethodHandle NODE_START = function("node_start_byte", FunctionDescriptor.of(JAVA_INT, NODE));
    static final MethodHandle NODE_END = function("node_end_byte", FunctionDescriptor.of(JAVA_INT, NODE));
    static final MethodHandle CURSOR_NEW = function("tree_cursor_new", FunctionDescriptor.of(CURSOR, NODE));
    static final MethodHandle CURSOR_DELETE = function("tree_cursor_delete", FunctionDescriptor.ofVoid(ADDRESS));
    static final MethodHandle CURSOR_NODE = function("tree_cursor_current_node", FunctionDescriptor.of(NODE, ADDRESS));
    static final MethodHandle CURSOR_FIELD =
            function("tree_cursor_current_field_id", FunctionDescriptor.of(JAVA_SHORT, ADDRESS));
    static final MethodHandle CURSOR_DOWN =
            function("tree_cursor_goto_first_child_for_byte", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT));
    static final MethodHandle CURSOR_FIRST =
            function("tree_cursor_goto_first_child", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
    static final MethodHandle CURSOR_NEXT =
            function("tree_cursor_goto_next_sibling", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));
    static final MethodHandle CURSOR_UP =
            function("tree_cursor_goto_parent", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS));

    private CoreFunctions() {}

    private static MethodHandle function(String name, FunctionDescriptor descriptor) {
        SymbolLookup core = NativeCore.current().lookup(Arena.global());
        return Linker.nativeLinker().downcallHandle(core.findOrThrow("ts_" + name), descriptor);
    }
}
