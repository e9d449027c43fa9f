package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.FactsBuilder;
import java.util.ArrayList;
import java.util.List;

/** Swift: what an extension declares belongs to the type that it extends. */
final class SwiftRules extends PlainRules {
    private int extended = FactsBuilder.NONE;
    private int extensionEnd;

    SwiftRules(Walk walk) {
        super(walk);
    }

    @Override
    boolean declares(int node, int body) {
        if (!source.hasToken(node, "extension")) {
            return true;
        }
        extended = facts.type(source.dotted(source.field(node, "name")));
        extensionEnd = source.end(node);
        return false;
    }

    @Override
    void beforeParameters(int node, int row) {
        if (extended >= 0 && facts.parentOf(row) < 0 && source.start(node) < extensionEnd) {
            facts.superclass(row, extended);
        }
        super.beforeParameters(node, row);
    }

    @Override
    void supertypes(int node, int row, int superclass, int[] interfaces) {
        List<Integer> types = new ArrayList<>();
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            int type = source.isType(child, "inheritance_specifier")
                    ? walk.types.read(source.field(child, "inherits_from"))
                    : -1;
            if (type >= 0) {
                types.add(type);
            }
        }
        if (!types.isEmpty()) {
            facts.interfaces(row, ExpressionReader.ints(types));
        }
    }

    @Override
    void special(int node) {
        if (source.isType(node, "import_declaration")) {
            facts.addImport(0, source.dotted(source.firstNamed(node)), "", "", source.start(node));
        } else {
            walk.children(node);
        }
    }
}
