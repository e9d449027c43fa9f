/**
 * Links by structure: names, scopes, imports and declared types as far as they are written, for languages whose types
 * Orrery does not infer. {@link dev.orrery.indexer.link.structural.StructuralStrategy} is the way in. What is found by
 * scope or import is exact; what is found because nothing else has that name is inferred, and says so.
 */
@NullMarked
package dev.orrery.indexer.link.structural;

import org.jspecify.annotations.NullMarked;
