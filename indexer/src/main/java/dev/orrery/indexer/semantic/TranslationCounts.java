package dev.orrery.indexer.semantic;

/** How often which word described which term of code, as {@link TranslationLearner} estimated it. */
interface TranslationCounts {
    /** Fewer occurrences than this are chance. */
    float SMALLEST = 0.3f;

    /** The words that described {@code term}, in rising order, with their counts. */
    TermBag words(int term);

    /** All counts of {@code term}. */
    float total(int term);
}
