/**
 * A language model of code that needs no download: n-grams of the open repository, the folder and the file nested in one another.
 * {@link dev.orrery.models.ngram.NgramModel} learns files as they change and predicts tokens and lines at a
 * {@link dev.orrery.models.ngram.Caret}; {@link dev.orrery.models.ngram.NgramEngine} is the same as an engine like the others.
 * Learning waits for other learning; predictions take a snapshot and never wait. Which files are learned, and when a proposal is
 * shown, is decided elsewhere.
 */
@NullMarked
package dev.orrery.models.ngram;

import org.jspecify.annotations.NullMarked;
