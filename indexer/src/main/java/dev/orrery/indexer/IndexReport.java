package dev.orrery.indexer;

import java.util.List;

/**
 * What a refresh found and did.
 *
 * @param files files in the index, text files without a grammar included
 * @param lines lines of the parsed files
 * @param symbols declarations
 * @param calls call sites
 * @param exact call sites by resolution
 * @param inferred call sites by resolution
 * @param ambiguous call sites by resolution
 * @param external call sites by resolution
 * @param parsed files that had to be parsed
 * @param libraries jars whose types are known
 * @param librariesMissing libraries that the build declares and that are not on this machine, at most a hundred of them
 * @param secondsGraph from the call until text, symbols and graph were committed
 * @param bytesOnDisk size of the index
 */
public record IndexReport(
        int files,
        long lines,
        int symbols,
        int calls,
        int exact,
        int inferred,
        int ambiguous,
        int external,
        int parsed,
        int libraries,
        List<String> librariesMissing,
        double secondsGraph,
        long bytesOnDisk) {}
