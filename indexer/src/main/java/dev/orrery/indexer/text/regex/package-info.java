/**
 * Rust's regular expressions over bytes, so that a search finds to the byte what ripgrep finds. {@link
 * dev.orrery.indexer.text.regex.Regex} is the way in.
 *
 * <p>A pattern is parsed ({@code RegexParser}) into a small tree ({@code Hir}), compiled to a nondeterministic automaton
 * over bytes ({@code Nfa}, Unicode classes as UTF-8 sequences), and run by deterministic automata that are built while
 * they run ({@code LazyDfa}: forwards for a match's end, backwards for its start), or by simulation ({@code NfaRunner})
 * for lines on which Unicode word boundaries need whole characters. Time is linear in the text whatever the pattern; the
 * size of the automata and the work of building them are bounded. A match never spans lines, so line anchors and text
 * anchors are the same here. A {@code Regex} is immutable; its matchers belong to one thread each.
 *
 * <p>Sources: R. Cox, "Regular Expression Matching in the Wild" (2010), and the documentation of Rust's regex-automata.
 */
@NullMarked
package dev.orrery.indexer.text.regex;

import org.jspecify.annotations.NullMarked;
