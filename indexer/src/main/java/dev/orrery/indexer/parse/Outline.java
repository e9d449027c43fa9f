package dev.orrery.indexer.parse;

import dev.orrery.api.Modifiers;
import dev.orrery.api.OutlineItem;
import dev.orrery.api.SymbolKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file's facts as an outline: what the source declares, without what it declares inside of bodies. */
final class Outline {
    private static final int LONGEST = 120;
    private static final int LONGEST_HEAD = 1 << 14;

    private Outline() {}

    static List<OutlineItem> of(FileFacts facts, byte[] utf8) {
        Declarations declarations = facts.declarations();
        int[] depth = new int[declarations.count()];
        LineIndex lines = new LineIndex(utf8);
        List<OutlineItem> items = new ArrayList<>();
        for (int row = 0; row < depth.length; row++) {
            int parent = declarations.parent(row);
            boolean hidden = parent >= 0 && depth[parent] < 0;
            int bits = declarations.modifiers(row);
            if (hidden
                    || declarations.kind(row) == SymbolKind.INITIALIZER
                    || Modifiers.has(bits, Modifiers.IMPLICIT)
                    || Modifiers.has(bits, Modifiers.LOCAL)) {
                depth[row] = -1;
                continue;
            }
            depth[row] = parent < 0 ? 0 : depth[parent] + 1;
            items.add(new OutlineItem(
                    declarations.kind(row),
                    facts.name(row),
                    detail(facts, row, lines, utf8),
                    depth[row],
                    declarations.line(row),
                    declarations.column(row),
                    declarations.endLine(row)));
        }
        return items;
    }

    private static String detail(FileFacts facts, int row, LineIndex lines, byte[] utf8) {
        Declarations declarations = facts.declarations();
        if (declarations.parameterCount(row) >= 0) {
            return written(declarations, row, lines, utf8);
        }
        boolean shown = declarations.kind(row) != SymbolKind.ENUM_CONSTANT && declarations.type(row) >= 0;
        return !shown ? "" : typeName(facts, declarations.type(row));
    }

    /** The parameters as they are written: the first parentheses after the name. */
    private static String written(Declarations declarations, int row, LineIndex lines, byte[] utf8) {
        int start = lines.start(declarations.line(row));
        int end = lines.start(declarations.endLine(row) + 1);
        String text = new String(utf8, start, Math.min(Math.max(0, end - start), LONGEST_HEAD), StandardCharsets.UTF_8);
        int from = text.indexOf('(', declarations.column(row) - 1);
        int depth = 0;
        for (int i = from; i >= 0 && i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                String inside = text.substring(from, i + 1).replaceAll("\\s+", " ");
                return inside.length() <= LONGEST ? inside : inside.substring(0, LONGEST - 1) + "…";
            }
        }
        return "";
    }

    private static String typeName(FileFacts facts, int type) {
        TypeRefs types = facts.types();
        String name = types.name(type) < 0 ? "" : facts.string(types.name(type));
        return name + "[]".repeat(types.dimensions(type));
    }
}
