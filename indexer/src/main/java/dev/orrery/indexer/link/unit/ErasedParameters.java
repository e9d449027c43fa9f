package dev.orrery.indexer.link.unit;

import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.TypeRefs;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parameter types of declarations as they appear in qualified names: simple names without arguments, type variables
 * replaced by their first bound. A parameter without a type shows its name.
 */
public final class ErasedParameters {
    private static final int DEEPEST_BOUND = 10;

    private final FileFacts facts;

    private ErasedParameters(FileFacts facts) {
        this.facts = facts;
    }

    /** The number in {@code names} of each declaration's parameters, -1 where its kind has none. */
    public static int[] of(FileFacts facts, Names names) {
        ErasedParameters erasure = new ErasedParameters(facts);
        int[] parameters = new int[facts.declarations().count()];
        Arrays.fill(parameters, -1);
        for (int row = 0; row < parameters.length; row++) {
            if (facts.declarations().parameterCount(row) >= 0) {
                parameters[row] = names.intern(erasure.text(row));
            }
        }
        return parameters;
    }

    private String text(int declaration) {
        Declarations declarations = facts.declarations();
        int count = declarations.parameterCount(declaration);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int parameter = declarations.firstParameter(declaration) + i;
            int type = facts.variables().type(parameter);
            text.append(i == 0 ? "" : ",");
            text.append(type < 0 ? facts.string(facts.variables().name(parameter)) : erased(type, declaration, 0));
        }
        return text.toString();
    }

    private String erased(int type, int declaration, int depth) {
        TypeRefs types = facts.types();
        int name = types.name(type);
        String dotted = name < 0 ? "Object" : facts.string(name);
        String erased = variable(dotted, declaration, depth);
        if (erased == null) {
            erased = dotted.substring(dotted.lastIndexOf('.') + 1);
        }
        return erased + "[]".repeat(types.dimensions(type));
    }

    /** The erasure of a type variable of that name that is visible at the declaration, or null. */
    private @Nullable String variable(String name, int declaration, int depth) {
        Declarations declarations = facts.declarations();
        for (int scope = declaration; scope >= 0; scope = declarations.parent(scope)) {
            int first = declarations.firstTypeParameter(scope);
            for (int i = first; i < first + declarations.typeParameterCount(scope); i++) {
                if (facts.string(facts.typeParameters().name(i)).equals(name)) {
                    int bounds = facts.typeParameters().bounds(i);
                    return facts.lists().size(bounds) == 0 || depth > DEEPEST_BOUND
                            ? "Object"
                            : erased(facts.lists().get(bounds, 0), scope, depth + 1);
                }
            }
        }
        return null;
    }
}
