/**
 * Search by meaning: declarations found by what they are about, asked in a person's words, without any model to download.
 * {@link dev.orrery.indexer.semantic.SemanticIndex} is the way in. Text search and names do not belong here.
 *
 * <h2>What it knows</h2>
 *
 * Nothing is understood; words are counted. Names are split into subtokens and stems ({@code Terms}). A table that ships
 * with Orrery says with which probability a term of the code is described by a word ({@code Translation}: {@code idx} by
 * index, {@code boolean} by whether); it was learned from documented methods of open source projects. The open
 * repository itself gives how rare each term is and which terms occur together ({@code LatentSpace}: latent semantic
 * analysis by a randomised singular value decomposition).
 *
 * <h2>How it answers</h2>
 *
 * <ol>
 *   <li>Candidates: the probability that a declaration's graph (name, enclosing names, parameters, callees, callers, path)
 *       would be described by the question's words, over all declarations ({@code GraphPostings}), and the nearest of
 *       all binary codes ({@code BinaryCodes}).
 *   <li>The candidates' texts are read again, and three rankings of them, by description, by BM25 and by exact vectors,
 *       become one by reciprocal rank fusion ({@code Fusion}).
 * </ol>
 *
 * <h2>Tiers</h2>
 *
 * Hot: texts of files that were asked for lately stay in memory, read and counted. Warm: of every declaration a binary code of 64 bits. Cold:
 * declarations beyond what the codes may take, found by their graph alone. Vectors of full precision are computed when they are
 * needed and stored nowhere.
 */
@NullMarked
package dev.orrery.indexer.semantic;

import org.jspecify.annotations.NullMarked;
