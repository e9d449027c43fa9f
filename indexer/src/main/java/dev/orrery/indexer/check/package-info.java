/**
 * Says whether proposed code is sound: {@link dev.orrery.indexer.check.ProposalChecker} parses the document with the edit done and, for Java, asks
 * the rules of {@code link.java} whether its names and types hold. What is not known is let through, and the verdict says how deep it looked.
 */
@NullMarked
package dev.orrery.indexer.check;

import org.jspecify.annotations.NullMarked;
