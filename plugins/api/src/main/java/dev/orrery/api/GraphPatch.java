package dev.orrery.api;

/**
 * A graph that differs in few files from an older one, told as the tables of these files over those of the older graph, so
 * that making it costs as much as what changed.
 *
 * @param base the tables of the older graph
 * @param files the tables of the files that are new or differ, sorted by path; their strings begin with those of
 *     {@code base}, and who is called, extended or a candidate is a symbol of the whole graph; {@code overriders} are empty
 * @param origin by file of the whole graph, sorted by path: a file of {@code base}, or {@code -1 - file} of {@code files}
 * @param lost the files of {@code base} that are not among the origins, ascending
 * @param movedTo by lost file: what its symbols are in the whole graph, -1 where they are gone
 * @param overrides pairs of symbols of the whole graph, ascending: a method, and one declared in {@code files} that overrides it
 */
@SuppressWarnings("ArrayRecordComponent")
public record GraphPatch(
        GraphColumns base, GraphColumns files, int[] origin, int[] lost, int[][] movedTo, int[] overrides) {}
