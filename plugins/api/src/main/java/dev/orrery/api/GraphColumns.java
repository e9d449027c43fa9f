package dev.orrery.api;

import java.util.Arrays;

/**
 * The tables of a {@link CodeGraph} as parallel arrays, in the shape in which they are linked, stored and shared. Arrays
 * named {@code …First} have one more element than their table and hold the start of each row's range in another table.
 * Nothing may change an array once the record exists.
 *
 * @param strings the pool that all {@code int} names point into; each once, in no order, some perhaps unused
 * @param languages language ids, by number
 * @param filePath string of each file's path; files are sorted by path
 * @param fileLanguage number in {@code languages}
 * @param filePackage string of the package, namespace or module the file belongs to
 * @param fileLines number of lines
 * @param fileTest 1 where the file holds tests
 * @param fileFirstSymbol start in the symbol table; the symbols of a file are contiguous, parents before children
 * @param symbolKind ordinal of {@link SymbolKind}
 * @param symbolName string of the simple name
 * @param symbolParameters string of the erased parameters joined by commas, -1 where the kind has none
 * @param symbolParent enclosing symbol, -1 at the top of a file
 * @param symbolFile the declaring file
 * @param symbolLine line of the declared name
 * @param symbolColumn column (UTF-16, 1-based) of the declared name
 * @param symbolStartLine first line of the declaration
 * @param symbolEndLine last line of the declaration
 * @param symbolModifiers bits of {@link Modifiers}
 * @param symbolFirstCall start in the call table; the calls of a symbol are contiguous and in source order
 * @param symbolFirstSuper start in {@code supertypes}
 * @param supertypes direct supertypes inside the repository
 * @param symbolFirstOverrider start in {@code overriders}
 * @param overriders all known methods that override the symbol
 * @param callCallee the called symbol, -1 where it is external
 * @param callName string of the called name; for external calls as qualified as it is known
 * @param callLine line of the call site
 * @param callColumn column (UTF-16, 1-based) of the called name at the call site
 * @param callResolution ordinal of {@link Resolution}, more by {@link #NOT_VIRTUAL} for calls of {@code super}
 * @param callFirstCandidate start in {@code candidates}
 * @param candidates other possible callees of ambiguous calls
 */
@SuppressWarnings("ArrayRecordComponent")
public record GraphColumns(
        String[] strings,
        String[] languages,
        int[] filePath,
        byte[] fileLanguage,
        int[] filePackage,
        int[] fileLines,
        byte[] fileTest,
        int[] fileFirstSymbol,
        byte[] symbolKind,
        int[] symbolName,
        int[] symbolParameters,
        int[] symbolParent,
        int[] symbolFile,
        int[] symbolLine,
        int[] symbolColumn,
        int[] symbolStartLine,
        int[] symbolEndLine,
        int[] symbolModifiers,
        int[] symbolFirstCall,
        int[] symbolFirstSuper,
        int[] supertypes,
        int[] symbolFirstOverrider,
        int[] overriders,
        int[] callCallee,
        int[] callName,
        int[] callLine,
        int[] callColumn,
        byte[] callResolution,
        int[] callFirstCandidate,
        int[] candidates) {
    /** In a cell of {@code callResolution}: the call reaches its callee alone, whoever overrides it. */
    public static final int NOT_VIRTUAL = 4;

    /** The columns of a graph without files. */
    public static GraphColumns empty() {
        int[] none = {};
        byte[] noBytes = {};
        int[] first = {0};
        return new GraphColumns(
                new String[0],
                new String[0],
                none,
                noBytes,
                none,
                none,
                noBytes,
                first,
                noBytes,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                first,
                first,
                none,
                first,
                none,
                none,
                none,
                none,
                none,
                noBytes,
                first,
                none);
    }

    /** The same tables over a pool of only those strings that they use, in the order of their first use. */
    public GraphColumns canonical() {
        Renumbering used = new Renumbering(strings);
        int[] path = used.of(filePath);
        int[] packageName = used.of(filePackage);
        int[] name = used.of(symbolName);
        int[] parameters = used.of(symbolParameters);
        int[] called = used.of(callName);
        return new GraphColumns(
                used.strings(),
                languages,
                path,
                fileLanguage,
                packageName,
                fileLines,
                fileTest,
                fileFirstSymbol,
                symbolKind,
                name,
                parameters,
                symbolParent,
                symbolFile,
                symbolLine,
                symbolColumn,
                symbolStartLine,
                symbolEndLine,
                symbolModifiers,
                symbolFirstCall,
                symbolFirstSuper,
                supertypes,
                symbolFirstOverrider,
                overriders,
                callCallee,
                called,
                callLine,
                callColumn,
                callResolution,
                callFirstCandidate,
                candidates);
    }

    /** New numbers for strings, given in the order in which they are asked for. */
    private static final class Renumbering {
        private final String[] pool;
        private final int[] number;
        private final String[] used;
        private int count;

        Renumbering(String[] pool) {
            this.pool = pool;
            this.number = new int[pool.length];
            this.used = new String[pool.length];
            Arrays.fill(number, -1);
        }

        int[] of(int[] column) {
            int[] renumbered = new int[column.length];
            for (int row = 0; row < column.length; row++) {
                renumbered[row] = column[row] < 0 ? -1 : of(column[row]);
            }
            return renumbered;
        }

        private int of(int string) {
            if (number[string] < 0) {
                used[count] = pool[string];
                number[string] = count++;
            }
            return number[string];
        }

        String[] strings() {
            return Arrays.copyOf(used, count);
        }
    }
}
