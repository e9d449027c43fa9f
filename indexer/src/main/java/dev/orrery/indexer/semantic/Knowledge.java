package dev.orrery.indexer.semantic;

import dev.orrery.indexer.store.StoredMeaning.FileCodes;
import java.util.Map;

/**
 * What is known of a repository at one time. Immutable.
 *
 * @param embedder what made the codes
 * @param files codes by path
 * @param folded declarations that were folded in since the embedder learned
 */
record Knowledge(LatentEmbedder embedder, Map<String, FileCodes> files, long folded) {}
