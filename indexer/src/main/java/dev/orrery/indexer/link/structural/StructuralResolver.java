package dev.orrery.indexer.link.structural;

import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.LinksBuilder;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.link.unit.Symbol;
import dev.orrery.indexer.link.unit.UnitLinks;
import dev.orrery.indexer.parse.Declarations;
import java.util.List;

/** Resolves the calls of one file by structure. One owner, used once. */
final class StructuralResolver {
    private final SourceUnit unit;
    private final LinksBuilder links;
    private final StructuralWorld world;

    StructuralResolver(SourceUnit unit, Family family, StructuralIndex index) {
        this.unit = unit;
        links = new LinksBuilder(unit, index.names());
        world = new StructuralWorld(unit, family, index, links);
    }

    UnitLinks resolve() {
        CallTargets calls = world.view(unit).calls;
        for (int call = 0; call < unit.facts().calls().count(); call++) {
            world.next();
            CallTargets.Target target = calls.target(call);
            if (target.isExternal()) {
                links.external(call, target.name());
            } else {
                links.reaches(
                        call,
                        target.how(),
                        target.symbols().stream().map(Symbol::handle).toList());
            }
        }
        hierarchy();
        return links.build();
    }

    private void hierarchy() {
        Declarations declarations = unit.facts().declarations();
        for (int row = 0; row < declarations.count(); row++) {
            world.next();
            Symbol symbol = new Symbol(unit, row);
            if (declarations.kind(row).isType()) {
                for (Symbol supertype : world.members.knownSupertypes(symbol)) {
                    links.supertype(symbol.handle(), supertype.handle());
                }
            } else if (declarations.kind(row) == SymbolKind.METHOD && declarations.parent(row) >= 0) {
                overrides(symbol, new Symbol(unit, declarations.parent(row)));
            }
        }
    }

    private void overrides(Symbol method, Symbol type) {
        if (!type.kind().isType()) {
            return;
        }
        for (Symbol supertype : world.members.knownSupertypes(type)) {
            List<Symbol> found = world.members.of(supertype, method.name());
            if (!found.isEmpty() && found.getFirst().kind() == SymbolKind.METHOD) {
                links.overrides(found.getFirst().handle(), method.handle());
            }
        }
    }
}
