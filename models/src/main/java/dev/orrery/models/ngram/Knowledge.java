package dev.orrery.models.ngram;

/**
 * What was learned, as one caret sees it.
 *
 * @param fileName the name of the file of the caret, without its ending
 * @param shards all files
 * @param itself where each of them has the file of the caret
 * @param folder the files beside it
 * @param inFolder where that has the file of the caret
 * @param census how often each token occurs
 */
@SuppressWarnings("ArrayRecordComponent")
record Knowledge(
        String fileName,
        Shard[] shards,
        Evidence.Range[] itself,
        Shard folder,
        Evidence.Range inFolder,
        Census census) {}
