/** What makes and measures search by meaning and has to see inside it. */
@NullMarked
package dev.orrery.indexer.semantic;

import org.jspecify.annotations.NullMarked;
