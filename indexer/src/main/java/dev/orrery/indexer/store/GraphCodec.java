package dev.orrery.indexer.store;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphColumns;
import dev.orrery.api.Resolution;
import dev.orrery.api.SymbolKind;

/** A graph as bytes and back: its generation, then the columns of {@link GraphColumns} in their order, deflated as a whole. */
final class GraphCodec {
    private GraphCodec() {}

    static byte[] encode(long generation, GraphColumns c) {
        ColumnWriter out = new ColumnWriter();
        out.number(generation);
        out.texts(c.strings());
        out.texts(c.languages());
        out.column(c.filePath());
        out.column(c.fileLanguage());
        out.column(c.filePackage());
        out.column(c.fileLines());
        out.column(c.fileTest());
        out.column(c.fileFirstSymbol());
        out.column(c.symbolKind());
        out.column(c.symbolName());
        out.column(c.symbolParameters());
        out.column(c.symbolParent());
        out.column(c.symbolFile());
        out.column(c.symbolLine());
        out.column(c.symbolColumn());
        out.column(c.symbolStartLine());
        out.column(c.symbolEndLine());
        out.column(c.symbolModifiers());
        out.column(c.symbolFirstCall());
        out.column(c.symbolFirstSuper());
        out.column(c.supertypes());
        out.column(c.symbolFirstOverrider());
        out.column(c.overriders());
        out.column(c.callCallee());
        out.column(c.callName());
        out.column(c.callLine());
        out.column(c.callColumn());
        out.column(c.callResolution());
        out.column(c.callFirstCandidate());
        out.column(c.candidates());
        return out.toDeflated();
    }

    static CodeGraph decode(byte[] bytes) throws DamagedException {
        ColumnReader in = ColumnReader.inflated(bytes);
        long generation = in.number();
        GraphColumns columns = new GraphColumns(
                in.texts(),
                in.texts(),
                in.ints(),
                in.bytes(),
                in.ints(),
                in.ints(),
                in.bytes(),
                in.ints(),
                in.bytes(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.ints(),
                in.bytes(),
                in.ints(),
                in.ints());
        if (in.remaining() != 0) {
            throw new DamagedException("trailing bytes");
        }
        GraphCheck.check(columns, SymbolKind.values().length, Resolution.values().length);
        return new CodeGraph(generation, columns);
    }
}
