package dev.orrery.indexer.parse;

import dev.orrery.api.Language;

/**
 * Everything that one file says about itself: a pure function of its bytes, in tables of ints that point into each other
 * by row. Lines and columns are 1-based, columns in UTF-16 units; byte offsets are 0-based. Built by
 * {@link FactsBuilder}, written by {@link FactsCodec}.
 *
 * @param language the file's language
 * @param packageName the package, namespace or module that the file says it belongs to; empty where it says none
 * @param lines number of lines
 * @param tokens number of tokens
 * @param pool the file's strings, each distinct one once
 * @param lists the lists that rows point to by offset; see {@link IntLists}
 */
public record FileFacts(
        Language language,
        String packageName,
        int lines,
        int tokens,
        StringPool pool,
        IntLists lists,
        Imports imports,
        TypeRefs types,
        TypeParameters typeParameters,
        Declarations declarations,
        Variables variables,
        Expressions expressions,
        Calls calls,
        Lambdas lambdas) {
    /** The name of function types; their arguments are the parameters' types and last the result's. */
    public static final String FUNCTION_TYPE = "=>";

    /** The name of tuple types; their arguments are the elements' types. */
    public static final String TUPLE_TYPE = "()";

    /** The string with this number. */
    public String string(int number) {
        return pool.get(number);
    }

    /** The declaration's simple name. */
    public String name(int declaration) {
        return pool.get(declarations.name(declaration));
    }
}
