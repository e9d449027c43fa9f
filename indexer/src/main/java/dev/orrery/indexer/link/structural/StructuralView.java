package dev.orrery.indexer.link.structural;

import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.parse.FileFacts;

/** One file as the resolution of some file's calls sees it. */
final class StructuralView {
    final SourceUnit unit;
    final FileFacts facts;
    final StructuralWorld world;
    final StructuralScope scope;
    final DeclaredTypes declared;
    final StructuralTypes types;
    final CallTargets calls;
    final CallResults results;

    StructuralView(SourceUnit unit, StructuralWorld world) {
        this.unit = unit;
        this.world = world;
        facts = unit.facts();
        scope = new StructuralScope(this);
        declared = new DeclaredTypes(this);
        types = new StructuralTypes(this);
        calls = new CallTargets(this);
        results = new CallResults(this);
    }
}
