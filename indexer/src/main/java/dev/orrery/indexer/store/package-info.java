/**
 * The index on disk: this page is its specification. {@link dev.orrery.indexer.store.IndexStore} reads and commits one
 * worktree's files, {@link dev.orrery.indexer.store.FactsStore} keeps the facts that worktrees share. How facts
 * are made, linked or searched does not belong here.
 *
 * <h2>Places</h2>
 *
 * <pre>
 * CACHE/repositories/HASH/     one folder a worktree; HASH is that of its canonical path
 *     lock                     empty; locked by the process that owns the index
 *     current                  the manifest: which files make up the index
 *     graph-G  files-G         the graph and the table of files as of generation G
 *     symbols                  how declarations changed over sampled commits
 *     meaning                  what search by meaning learned, and a code of each declaration
 *     libraries                which jars the build declares, and every file by which they were found
 *     redo                     only while a commit is under way: files whose text it changes
 *     text/                    the text index, in Lucene's own format
 *     text.leaving/            one that is being deleted; what a kill left of it goes at the next start
 *     socket  endpoint         how other processes reach the owner
 *     NAME.damaged-N           what could not be used and was set aside, the newest three of each
 * CACHE/facts/HASH/            one folder a repository; HASH is that of the git common directory's path
 *     facts.pack  facts.lock   facts by content; the lock is held while one process appends
 *     commits                  what each commit changed
 * </pre>
 *
 * <h2>Forms</h2>
 *
 * {@code current}, {@code graph-G}, {@code files-G} and {@code redo} are {@link dev.orrery.base.AtomicFile}s with the magics
 * {@code ORRYINDX}, {@code ORRYGRPH}, {@code ORRYFILE} and {@code ORRYREDO}, of version 1, the manifest of version 2,
 * files and graph of version 3. Numbers in them are zigzag varints of at most ten bytes, texts are a count and UTF-8, hashes ten bytes. All but
 * {@code current} and the graph are deflated without a header behind their plain length (int, big-endian). A graph is its
 * generation (eight bytes), then its texts, deflated like the others, and its numbers, each behind its length: column by
 * column in the order of {@code GraphWalk}, which says what each cell is expected to be, through the arithmetic coder of
 * {@link dev.orrery.indexer.coding} in contexts that {@code CellCoder} chooses; stored is the difference.
 *
 * <p>{@code meaning} is one too, with the magic {@code ORRYMEAN} and version 3: the space of the codes, the learned terms, and for
 * each file four bytes of the hash of its content and eight bytes a declaration. It is replaced as a whole and belongs to no commit: codes count
 * only for the content that they name.
 *
 * <p>{@code libraries} is one with the magic {@code ORRYLIBS} and version 1, deflated: the jars, what is missing, problems, and the
 * stamp of each file that was asked for. It belongs to no commit; the manifest holds the key of the jars that the graph was linked with.
 *
 * <p>{@code commits} is one with the magic {@code ORRYCMTS}, version 1, deflated likewise: the columns of a
 * {@link dev.orrery.indexer.store.CommitTable} in their order.
 *
 * <p>{@code symbols} is one with the magic {@code ORRYSYMS}, version 1, deflated likewise: the columns of a
 * {@link dev.orrery.indexer.store.SampleTable} in their order. It holds as far as it names the same commits as are asked for.
 *
 * <p>{@code facts.pack} begins with {@code ORRYPACK} and a version (int, 3). Blocks follow, each the facts of up to 1,024 files:
 * count of keys (int), payload length (int), CRC-32C of the payload (int), the keys (ten bytes each), CRC-32C of all bytes
 * before (int), payload. A payload is what {@link dev.orrery.indexer.parse.FactsCodec} makes of the facts in the order of
 * their keys. A key is the hash of content hash, extractor version and language. Blocks are only
 * ever appended; an incomplete one at the end was left by a killed writer and is cut off. Compacting, when most facts are
 * needed no more or blocks have become many and small, writes a new pack and renames it over the old one.
 *
 * <h2>Commit</h2>
 *
 * The owner writes {@code redo}, then {@code graph-G} and {@code files-G}, lets the text index commit, and last replaces
 * {@code current} and removes {@code redo}. Killed before {@code current} is replaced, the index is still that of the
 * generation before, and {@code redo} names the files whose text may be ahead of it: the next start brings those into the
 * text index again. Facts are appended while work goes on, so that what was parsed before a kill is not parsed again.
 *
 * <h2>Trust</h2>
 *
 * Every byte that is read is covered by a checksum and every row by what it points to. What does not hold is set aside with
 * a message and made anew from the repository; another version counts as damage, because nothing here is worth a migration.
 */
@NullMarked
package dev.orrery.indexer.store;

import org.jspecify.annotations.NullMarked;
