package dev.orrery.api;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable snapshot of a repository's files, symbols and calls. Rows are integers that are valid in this snapshot
 * only; {@link SymbolKey} is what survives. All methods are safe from any thread and none of them blocks.
 */
public final class CodeGraph {
    private static final SymbolKind[] KINDS = SymbolKind.values();
    private static final Resolution[] RESOLUTIONS = Resolution.values();
    private static final CodeGraph EMPTY = new CodeGraph(0, GraphColumns.empty());

    private final long generation;
    private final Tables tables;

    /**
     * @param generation grows with every published snapshot of one repository
     * @param columns the tables; they are kept, not copied
     */
    public CodeGraph(long generation, GraphColumns columns) {
        this(generation, new Tables(GraphRows.of(columns)));
    }

    /** @param patch the tables of what differs from an older graph, and those of that graph; they are kept, not copied */
    public CodeGraph(long generation, GraphPatch patch) {
        this(generation, new Tables(GraphRows.of(patch)));
    }

    private CodeGraph(long generation, Tables tables) {
        this.generation = generation;
        this.tables = tables;
    }

    /** What graphs of different generations share. What is made later is the same whoever makes it. */
    private static final class Tables {
        volatile GraphRows rows;
        volatile @Nullable IncomingCalls incoming;

        Tables(GraphRows rows) {
            this.rows = rows;
        }

        IncomingCalls incoming() {
            IncomingCalls known = incoming;
            if (known == null) {
                known = IncomingCalls.of(rows);
                incoming = known;
            }
            return known;
        }
    }

    /** The same graph as of another generation. */
    public CodeGraph withGeneration(long other) {
        return new CodeGraph(other, tables);
    }

    /** The graph of nothing. */
    public static CodeGraph empty() {
        return EMPTY;
    }

    private GraphRows rows() {
        return tables.rows;
    }

    public long generation() {
        return generation;
    }

    /** All tables of this graph; read only. They are put together when this is first called, where they are a patch. */
    public GraphColumns columns() {
        GraphRows rows = rows();
        if (rows.isWhole()) {
            return rows.table[0];
        }
        GraphColumns whole = new WholeColumns(rows).columns();
        tables.rows = GraphRows.of(whole);
        return whole;
    }

    /** Whether {@link #columns} costs nothing. */
    public boolean isWhole() {
        return rows().isWhole();
    }

    // Files

    public int fileCount() {
        return rows().files();
    }

    public String path(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        GraphColumns columns = rows.table[piece];
        int row = file - rows.fileShift[piece];
        return columns.strings()[columns.filePath()[row]];
    }

    public Language language(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        GraphColumns columns = rows.table[piece];
        int row = file - rows.fileShift[piece];
        return rows.languages[piece][columns.fileLanguage()[row]];
    }

    /** The package, namespace or module of a file; empty where it has none. */
    public String packageName(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        GraphColumns columns = rows.table[piece];
        int row = file - rows.fileShift[piece];
        return columns.strings()[columns.filePackage()[row]];
    }

    public int lines(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        return rows.table[piece].fileLines()[file - rows.fileShift[piece]];
    }

    public boolean isTestFile(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        return rows.table[piece].fileTest()[file - rows.fileShift[piece]] != 0;
    }

    public int firstSymbol(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        return rows.table[piece].fileFirstSymbol()[file - rows.fileShift[piece]] + rows.symbolShift[piece];
    }

    /** One past the last symbol of a file. */
    public int endSymbol(int file) {
        GraphRows rows = rows();
        int piece = rows.ofFile(file);
        return rows.table[piece].fileFirstSymbol()[file - rows.fileShift[piece] + 1] + rows.symbolShift[piece];
    }

    /** The file with this path, or -1. */
    public int findFile(String path) {
        int low = 0;
        int high = fileCount() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = path(middle).compareTo(path);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    // Symbols

    public int symbolCount() {
        return rows().symbols();
    }

    public SymbolKind kind(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return KINDS[rows.table[piece].symbolKind()[symbol - rows.symbolShift[piece]]];
    }

    public String name(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        GraphColumns columns = rows.table[piece];
        return columns.strings()[columns.symbolName()[symbol - rows.symbolShift[piece]]];
    }

    /** The erased parameter types joined by commas; empty where there are none. */
    public String parameters(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        int string = rows.table[piece].symbolParameters()[symbol - rows.symbolShift[piece]];
        return string < 0 ? "" : rows.table[piece].strings()[string];
    }

    /** The enclosing symbol, or -1 at the top of a file. */
    public int parent(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        int parent = rows.table[piece].symbolParent()[symbol - rows.symbolShift[piece]];
        return parent < 0 ? -1 : parent + rows.symbolShift[piece];
    }

    public int file(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolFile()[symbol - rows.symbolShift[piece]] + rows.fileShift[piece];
    }

    /** The line of the declared name. */
    public int line(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolLine()[symbol - rows.symbolShift[piece]];
    }

    /** The column of the declared name, in UTF-16 units. */
    public int column(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolColumn()[symbol - rows.symbolShift[piece]];
    }

    public int startLine(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolStartLine()[symbol - rows.symbolShift[piece]];
    }

    public int endLine(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolEndLine()[symbol - rows.symbolShift[piece]];
    }

    /** Bits of {@link Modifiers}. */
    public int modifiers(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolModifiers()[symbol - rows.symbolShift[piece]];
    }

    public boolean isTest(int symbol) {
        return isTestFile(file(symbol)) || Modifiers.has(modifiers(symbol), Modifiers.TEST);
    }

    /** Package, enclosing symbols and name joined by {@code separator}, without parameters. */
    public String path(int symbol, String separator) {
        StringBuilder text = new StringBuilder();
        appendPath(symbol, separator, text);
        return text.toString();
    }

    private void appendPath(int symbol, String separator, StringBuilder text) {
        int parent = parent(symbol);
        if (parent >= 0) {
            appendPath(parent, separator, text);
        } else {
            text.append(packageName(file(symbol)));
        }
        if (!text.isEmpty()) {
            text.append(separator);
        }
        text.append(name(symbol));
    }

    /** {@code pkg.Outer.Inner.method(ErasedType,…)}; kinds without parameters end with their name. */
    public String qualifiedName(int symbol) {
        String path = path(symbol, ".");
        return hasParameters(symbol) ? path + "(" + parameters(symbol) + ")" : path;
    }

    private boolean hasParameters(int symbol) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(symbol);
        return rows.table[piece].symbolParameters()[symbol - rows.symbolShift[piece]] >= 0;
    }

    /** The keys of all symbols; they are made anew, file by file, when they are looked at. */
    public Set<SymbolKey> keys() {
        return new SymbolKeys.All(this);
    }

    /** The key under which this symbol is known in every snapshot. */
    public SymbolKey key(int symbol) {
        return SymbolKeys.of(this, symbol);
    }

    /** The keys of a file's symbols, in the order of these. */
    public List<SymbolKey> keys(int file) {
        return SymbolKeys.ofFile(this, file);
    }

    /** The symbol with this key in this snapshot, or -1. */
    public int find(SymbolKey key) {
        return SymbolKeys.find(this, key);
    }

    // Types

    public int superCount(int type) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(type);
        int[] first = rows.table[piece].symbolFirstSuper();
        int row = type - rows.symbolShift[piece];
        return first[row + 1] - first[row];
    }

    /** The {@code index}-th direct supertype inside the repository. */
    public int supertype(int type, int index) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(type);
        GraphColumns columns = rows.table[piece];
        int row = type - rows.symbolShift[piece];
        return rows.symbol(piece, columns.supertypes()[columns.symbolFirstSuper()[row] + index]);
    }

    /** All known methods that override {@code method}; a fresh array. */
    public int[] overriders(int method) {
        return rows().overriders(method);
    }

    // Calls

    public int callCount() {
        return rows().calls();
    }

    public int firstCall(int caller) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(caller);
        return rows.table[piece].symbolFirstCall()[caller - rows.symbolShift[piece]] + rows.callShift[piece];
    }

    /** One past the last call that {@code caller} makes. */
    public int endCall(int caller) {
        GraphRows rows = rows();
        int piece = rows.ofSymbol(caller);
        return rows.table[piece].symbolFirstCall()[caller - rows.symbolShift[piece] + 1] + rows.callShift[piece];
    }

    public int caller(int call) {
        return tables.incoming().caller(call);
    }

    /** The called symbol, or -1 where it is external. */
    public int callee(int call) {
        GraphRows rows = rows();
        int piece = rows.ofCall(call);
        return rows.symbol(piece, rows.table[piece].callCallee()[call - rows.callShift[piece]]);
    }

    /** The called name; for external calls as qualified as it is known. */
    public String calleeName(int call) {
        GraphRows rows = rows();
        int piece = rows.ofCall(call);
        GraphColumns columns = rows.table[piece];
        return columns.strings()[columns.callName()[call - rows.callShift[piece]]];
    }

    public int callLine(int call) {
        GraphRows rows = rows();
        int piece = rows.ofCall(call);
        return rows.table[piece].callLine()[call - rows.callShift[piece]];
    }

    public int callColumn(int call) {
        GraphRows rows = rows();
        int piece = rows.ofCall(call);
        return rows.table[piece].callColumn()[call - rows.callShift[piece]];
    }

    public Resolution resolution(int call) {
        return RESOLUTIONS[rows().resolution(call) & ~GraphColumns.NOT_VIRTUAL];
    }

    /** Whether the callee's overriders may run instead of it: not in calls of {@code super}. */
    public boolean isVirtual(int call) {
        return (rows().resolution(call) & GraphColumns.NOT_VIRTUAL) == 0;
    }

    /** Other possible callees of an ambiguous call; a fresh array. */
    public int[] candidates(int call) {
        GraphRows rows = rows();
        int piece = rows.ofCall(call);
        GraphColumns columns = rows.table[piece];
        int row = call - rows.callShift[piece];
        int[] candidates = Arrays.copyOfRange(
                columns.candidates(), columns.callFirstCandidate()[row], columns.callFirstCandidate()[row + 1]);
        Arrays.setAll(candidates, i -> rows.symbol(piece, candidates[i]));
        return candidates;
    }

    /** How many calls reach {@code callee}. */
    public int incomingCount(int callee) {
        return tables.incoming().count(callee);
    }

    /** The {@code index}-th call that reaches {@code callee}. */
    public int incoming(int callee, int index) {
        return tables.incoming().call(callee, index);
    }
}
