package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Facts as bytes and back. Ints are variable-length (7 bits a byte, zigzag); tables are written column by column as
 * differences from the row above, which leaves most cells one byte. The layout is: version, language, package, lines,
 * tokens, strings, lists, then the eight tables in the order of {@link FileFacts}. Stateless, safe from any thread.
 *
 * <p>Reading believes nothing: every count is bounded by the bytes that are left, and every cell by what it points to,
 * so that damaged bytes end in a {@link FactsFormatException} and never in a huge allocation or a row that is not there.
 */
public final class FactsCodec {
    /** Grows with every change of the binary form. */
    public static final int VERSION = 2;

    private FactsCodec() {}

    public static byte[] encode(FileFacts facts) {
        PackedWriter out = new PackedWriter();
        out.number(VERSION);
        out.text(facts.language().id());
        out.text(facts.packageName());
        out.number(facts.lines());
        out.number(facts.tokens());
        out.number(facts.pool().count());
        facts.pool().strings().forEach(out::text);
        int[] lists = facts.lists().cells();
        out.number(lists.length);
        for (int cell : lists) {
            out.number(cell);
        }
        for (IntRows table : tables(facts)) {
            out.number(table.rows());
            for (int column = 0; column < table.width(); column++) {
                int above = 0;
                for (int row = 0; row < table.rows(); row++) {
                    int cell = table.cell(row, column);
                    out.number(cell - above);
                    above = cell;
                }
            }
        }
        return out.toBytes();
    }

    /**
     * @throws FactsFormatException where the bytes are damaged or of another version
     */
    public static FileFacts decode(byte[] bytes) throws FactsFormatException {
        PackedReader in = new PackedReader(bytes);
        if (in.number() != VERSION) {
            throw new FactsFormatException("version");
        }
        Language language = new Language(in.text());
        String packageName = in.text();
        int lines = in.count(Integer.MAX_VALUE);
        int tokens = in.count(Integer.MAX_VALUE);
        int strings = in.count(in.remaining());
        List<String> pool = new ArrayList<>(strings);
        for (int i = 0; i < strings; i++) {
            pool.add(in.text());
        }
        int[] lists = new int[in.count(in.remaining())];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = in.number();
        }
        FileFacts facts = new FileFacts(
                language,
                packageName,
                lines,
                tokens,
                new StringPool(pool),
                new IntLists(lists),
                new Imports(table(in, Imports.DOMAINS.size())),
                new TypeRefs(table(in, TypeRefs.DOMAINS.size())),
                new TypeParameters(table(in, TypeParameters.DOMAINS.size())),
                new Declarations(table(in, Declarations.DOMAINS.size())),
                new Variables(table(in, Variables.DOMAINS.size())),
                new Expressions(table(in, Expressions.DOMAINS.size())),
                new Calls(table(in, Calls.DOMAINS.size())),
                new Lambdas(table(in, Lambdas.DOMAINS.size())));
        if (in.remaining() != 0) {
            throw new FactsFormatException("trailing bytes");
        }
        FactsCheck.check(facts);
        return facts;
    }

    private static IntRows table(PackedReader in, int width) throws FactsFormatException {
        int rows = in.count(in.remaining() / width);
        int[] cells = new int[rows * width];
        for (int column = 0; column < width; column++) {
            int above = 0;
            for (int row = 0; row < rows; row++) {
                above += in.number();
                cells[row * width + column] = above;
            }
        }
        return new IntRows(width, cells);
    }

    static List<IntRows> tables(FileFacts facts) {
        return List.of(
                facts.imports().rows(),
                facts.types().rows(),
                facts.typeParameters().rows(),
                facts.declarations().rows(),
                facts.variables().rows(),
                facts.expressions().rows(),
                facts.calls().rows(),
                facts.lambdas().rows());
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
