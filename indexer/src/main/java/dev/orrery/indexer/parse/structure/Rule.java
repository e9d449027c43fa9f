package dev.orrery.indexer.parse.structure;

import dev.orrery.api.SymbolKind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the table says about a node type.
 *
 * @param role what it means
 * @param kind what it declares, {@link SymbolKind#FUNCTION} where it declares nothing
 * @param kindsByToken what it declares instead where it has that keyword
 * @param parts where its parts are
 */
record Rule(Role role, SymbolKind kind, Map<Integer, SymbolKind> kindsByToken, EnumMap<Part, Selector> parts) {}
