/**
 * Bytes to {@link dev.orrery.indexer.parse.FileFacts}, and the facts' vocabulary and binary form. The only home of
 * tree-sitter.
 *
 * <p>{@link dev.orrery.indexer.parse.FlatParser} turns a file's bytes into a {@link dev.orrery.indexer.parse.FlatTree}, one
 * native call a file; {@link dev.orrery.indexer.parse.Grammar} names node types and fields. Facts are a pure function of one
 * file's bytes: no other file is looked at. They are made with {@link dev.orrery.indexer.parse.FactsBuilder}, one to a file,
 * and read and written by {@link dev.orrery.indexer.parse.FactsCodec}.
 *
 * <p>Extractors, builders and parsers belong to one thread at a time; grammars, flat trees and finished facts are immutable
 * and shared. What follows from several files together belongs to the linker, reading files to the scanner, not here.
 */
@NullMarked
package dev.orrery.indexer.parse;

import org.jspecify.annotations.NullMarked;
