/**
 * From bytes to facts: the only home of tree-sitter. A {@link dev.orrery.indexer.parse.FactExtractor} turns one file's
 * syntax tree into {@link dev.orrery.indexer.parse.FileFacts}, which hold everything that the linker needs to know about
 * the file and nothing about any other file; {@link dev.orrery.indexer.parse.FactsCodec} writes them as bytes.
 *
 * <p>Facts are immutable and safe to share; builders and parsers have one owner at a time. Nothing here resolves a name
 * that another file declares: that is the work of the {@code link} package.
 */
@NullMarked
package dev.orrery.indexer.parse;

import org.jspecify.annotations.NullMarked;
