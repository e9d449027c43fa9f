package dev.orrery.api;

import java.util.Arrays;

/**
 * An immutable snapshot of a repository's files, symbols and calls. Rows are integers that are valid in this snapshot
 * only; {@link SymbolKey} is what survives. All methods are safe from any thread and none of them blocks.
 */
public final class CodeGraph {
    private static final SymbolKind[] KINDS = SymbolKind.values();
    private static final Resolution[] RESOLUTIONS = Resolution.values();
    private static final CodeGraph EMPTY = new CodeGraph(0, GraphColumns.empty());

    private final long generation;
    private final GraphColumns columns;
    private final Language[] languages;
    private final int[] callCaller;
    private final int[] firstIncoming;
    private final int[] incoming;

    /**
     * @param generation grows with every published snapshot of one repository
     * @param columns the tables; they are kept, not copied
     */
    public CodeGraph(long generation, GraphColumns columns) {
        this.generation = generation;
        this.columns = columns;
        this.languages = Arrays.stream(columns.languages()).map(Language::new).toArray(Language[]::new);
        this.callCaller = callers(columns.symbolFirstCall());
        this.firstIncoming = new int[symbolCount() + 1];
        this.incoming = incomingCalls(columns.callCallee(), firstIncoming);
    }

    private CodeGraph(long generation, CodeGraph same) {
        this.generation = generation;
        this.columns = same.columns;
        this.languages = same.languages;
        this.callCaller = same.callCaller;
        this.firstIncoming = same.firstIncoming;
        this.incoming = same.incoming;
    }

    /** The same graph as of another generation. */
    public CodeGraph withGeneration(long other) {
        return new CodeGraph(other, this);
    }

    /** The graph of nothing. */
    public static CodeGraph empty() {
        return EMPTY;
    }

    private static int[] callers(int[] firstCall) {
        int[] caller = new int[firstCall[firstCall.length - 1]];
        for (int symbol = 0; symbol + 1 < firstCall.length; symbol++) {
            Arrays.fill(caller, firstCall[symbol], firstCall[symbol + 1], symbol);
        }
        return caller;
    }

    private static int[] incomingCalls(int[] callee, int[] first) {
        int known = 0;
        for (int symbol : callee) {
            if (symbol >= 0) {
                first[symbol + 1]++;
                known++;
            }
        }
        for (int i = 1; i < first.length; i++) {
            first[i] += first[i - 1];
        }
        int[] next = first.clone();
        int[] calls = new int[known];
        for (int call = 0; call < callee.length; call++) {
            if (callee[call] >= 0) {
                calls[next[callee[call]]++] = call;
            }
        }
        return calls;
    }

    public long generation() {
        return generation;
    }

    /** The tables behind this graph; read only. */
    public GraphColumns columns() {
        return columns;
    }

    // Files

    public int fileCount() {
        return columns.filePath().length;
    }

    public String path(int file) {
        return columns.strings()[columns.filePath()[file]];
    }

    public Language language(int file) {
        return languages[columns.fileLanguage()[file]];
    }

    /** The package, namespace or module of a file; empty where it has none. */
    public String packageName(int file) {
        return columns.strings()[columns.filePackage()[file]];
    }

    public int lines(int file) {
        return columns.fileLines()[file];
    }

    public boolean isTestFile(int file) {
        return columns.fileTest()[file] != 0;
    }

    public int firstSymbol(int file) {
        return columns.fileFirstSymbol()[file];
    }

    /** One past the last symbol of a file. */
    public int endSymbol(int file) {
        return columns.fileFirstSymbol()[file + 1];
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
        return columns.symbolKind().length;
    }

    public SymbolKind kind(int symbol) {
        return KINDS[columns.symbolKind()[symbol]];
    }

    public String name(int symbol) {
        return columns.strings()[columns.symbolName()[symbol]];
    }

    /** The erased parameter types joined by commas; empty where there are none. */
    public String parameters(int symbol) {
        int string = columns.symbolParameters()[symbol];
        return string < 0 ? "" : columns.strings()[string];
    }

    /** The enclosing symbol, or -1 at the top of a file. */
    public int parent(int symbol) {
        return columns.symbolParent()[symbol];
    }

    public int file(int symbol) {
        return columns.symbolFile()[symbol];
    }

    /** The line of the declared name. */
    public int line(int symbol) {
        return columns.symbolLine()[symbol];
    }

    /** The column of the declared name, in UTF-16 units. */
    public int column(int symbol) {
        return columns.symbolColumn()[symbol];
    }

    public int startLine(int symbol) {
        return columns.symbolStartLine()[symbol];
    }

    public int endLine(int symbol) {
        return columns.symbolEndLine()[symbol];
    }

    /** Bits of {@link Modifiers}. */
    public int modifiers(int symbol) {
        return columns.symbolModifiers()[symbol];
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
        return columns.symbolParameters()[symbol] < 0 ? path : path + "(" + parameters(symbol) + ")";
    }

    /** The key under which this symbol is known in every snapshot. */
    public SymbolKey key(int symbol) {
        return new SymbolKey(
                language(file(symbol)),
                path(file(symbol)),
                path(symbol, "."),
                kind(symbol),
                parameters(symbol),
                ordinal(symbol));
    }

    private int ordinal(int symbol) {
        int ordinal = 0;
        for (int other = symbol - 1; other >= firstSymbol(file(symbol)); other--) {
            if (agree(other, symbol)) {
                ordinal++;
            }
        }
        return ordinal;
    }

    private boolean agree(int a, int b) {
        while (a >= 0 && b >= 0 && a != b) {
            if (columns.symbolKind()[a] != columns.symbolKind()[b]
                    || columns.symbolName()[a] != columns.symbolName()[b]
                    || columns.symbolParameters()[a] != columns.symbolParameters()[b]) {
                return false;
            }
            a = parent(a);
            b = parent(b);
        }
        return a == b;
    }

    /** The symbol with this key in this snapshot, or -1. */
    public int find(SymbolKey key) {
        int file = findFile(key.path());
        if (file < 0 || !language(file).equals(key.language())) {
            return -1;
        }
        int ordinal = 0;
        for (int symbol = firstSymbol(file); symbol < endSymbol(file); symbol++) {
            if (kind(symbol) == key.kind()
                    && parameters(symbol).equals(key.parameters())
                    && key.qualifiedName().endsWith(name(symbol))
                    && path(symbol, ".").equals(key.qualifiedName())
                    && ordinal++ == key.ordinal()) {
                return symbol;
            }
        }
        return -1;
    }

    // Types

    public int superCount(int type) {
        return columns.symbolFirstSuper()[type + 1] - columns.symbolFirstSuper()[type];
    }

    /** The {@code index}-th direct supertype inside the repository. */
    public int supertype(int type, int index) {
        return columns.supertypes()[columns.symbolFirstSuper()[type] + index];
    }

    /** All known methods that override {@code method}; a fresh array. */
    public int[] overriders(int method) {
        return Arrays.copyOfRange(
                columns.overriders(),
                columns.symbolFirstOverrider()[method],
                columns.symbolFirstOverrider()[method + 1]);
    }

    // Calls

    public int callCount() {
        return columns.callCallee().length;
    }

    public int firstCall(int caller) {
        return columns.symbolFirstCall()[caller];
    }

    /** One past the last call that {@code caller} makes. */
    public int endCall(int caller) {
        return columns.symbolFirstCall()[caller + 1];
    }

    public int caller(int call) {
        return callCaller[call];
    }

    /** The called symbol, or -1 where it is external. */
    public int callee(int call) {
        return columns.callCallee()[call];
    }

    /** The called name; for external calls as qualified as it is known. */
    public String calleeName(int call) {
        return columns.strings()[columns.callName()[call]];
    }

    public int callLine(int call) {
        return columns.callLine()[call];
    }

    public int callColumn(int call) {
        return columns.callColumn()[call];
    }

    public Resolution resolution(int call) {
        return RESOLUTIONS[columns.callResolution()[call]];
    }

    /** Other possible callees of an ambiguous call; a fresh array. */
    public int[] candidates(int call) {
        return Arrays.copyOfRange(
                columns.candidates(), columns.callFirstCandidate()[call], columns.callFirstCandidate()[call + 1]);
    }

    /** How many calls reach {@code callee}. */
    public int incomingCount(int callee) {
        return firstIncoming[callee + 1] - firstIncoming[callee];
    }

    /** The {@code index}-th call that reaches {@code callee}. */
    public int incoming(int callee, int index) {
        return incoming[firstIncoming[callee] + index];
    }
}
