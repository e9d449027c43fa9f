/**
 * How an opened repository is kept indexed. {@link dev.orrery.indexer.CodeIndex} is the way in; it joins the packages
 * below, none of which knows this one. The data's way is: {@code scan} and {@code watch} find files, {@code parse} turns
 * each one's bytes into {@code FileFacts}, {@code link} turns the facts into a graph, {@code text} makes text and names
 * searchable, {@code store} keeps all of it on disk.
 */
@NullMarked
package dev.orrery.indexer;

import org.jspecify.annotations.NullMarked;
