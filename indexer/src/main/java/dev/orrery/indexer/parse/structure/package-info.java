/**
 * Facts of languages by table: a language's {@code facts.txt} says which node types declare, call, import and bound scopes,
 * and {@link dev.orrery.indexer.parse.structure.LanguageRules} has one small subclass a language for what no table can say.
 *
 * <p>{@link dev.orrery.indexer.parse.structure.StructureProvider} is found by the service loader. Extractors are shared by
 * threads, a walk belongs to one. What the facts mean is found out by the linker.
 */
@NullMarked
package dev.orrery.indexer.parse.structure;

import org.jspecify.annotations.NullMarked;
