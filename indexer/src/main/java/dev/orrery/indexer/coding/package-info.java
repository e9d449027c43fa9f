/**
 * How numbers become few bytes: an adaptive arithmetic coder ({@link dev.orrery.indexer.coding.RangeCoder}) and contexts of
 * numbers over it ({@link dev.orrery.indexer.coding.NumberCoder}). What the numbers mean, and so which context each of them
 * belongs to, is known where a format is defined. Nothing here is safe from several threads.
 */
@NullMarked
package dev.orrery.indexer.coding;

import org.jspecify.annotations.NullMarked;
