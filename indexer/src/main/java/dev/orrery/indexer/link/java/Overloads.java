package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Resolution;
import dev.orrery.indexer.link.java.Candidate.Arity;
import dev.orrery.indexer.link.java.Subtypes.Fit;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.Lambdas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Chooses among methods of one name by their arguments (chapter 15.12.2 of the specification). */
final class Overloads {
    /** So many applicable overloads are not compared with each other; nobody wrote them for a reader. */
    private static final int MOST_COMPARED = 200;

    private final JavaBody body;

    Overloads(JavaBody body) {
        this.body = body;
    }

    /** What arguments are, as far as overloads can be told apart by them. */
    interface Arguments {
        int count();

        Fit fit(int index, Type erased);

        /** Whether a parameter of type {@code a} takes the argument more specifically than one of type {@code b}. */
        boolean prefers(int index, Type a, Type b);
    }

    Selection choose(List<Candidate> all, int[] arguments, String name) {
        return choose(all, new Written(arguments), name);
    }

    Selection choose(List<Candidate> all, Arguments arguments, String name) {
        int count = arguments.count();
        List<Candidate> fixed = new ArrayList<>();
        List<Candidate> variable = new ArrayList<>();
        for (Candidate candidate : all) {
            int parameters = candidate.method().parameterCount();
            if (parameters == count) {
                fixed.add(candidate);
            }
            if (Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS) && count >= parameters - 1) {
                variable.add(candidate);
            }
        }
        if (all.size() == 1) {
            Resolution how = fixed.isEmpty() && variable.isEmpty() ? Resolution.INFERRED : Resolution.EXACT;
            Arity arity = isPacked(all.getFirst(), fixed, variable, arguments) ? Arity.VARIABLE : Arity.FIXED;
            return new Selection(all, how, arity, Type.UNKNOWN, name);
        }
        for (Doubt doubt : Doubt.values()) {
            for (Fit worst : List.of(Fit.STRICT, Fit.LOOSE)) {
                List<Candidate> applicable = applicable(fixed, arguments, Arity.FIXED, worst, doubt);
                if (!applicable.isEmpty()) {
                    return mostSpecific(applicable, arguments, Arity.FIXED, name);
                }
            }
            List<Candidate> applicable = applicable(variable, arguments, Arity.VARIABLE, Fit.LOOSE, doubt);
            if (!applicable.isEmpty()) {
                return mostSpecific(applicable, arguments, Arity.VARIABLE, name);
            }
        }
        return closest(fixed.isEmpty() ? variable : fixed, all, arguments, name);
    }

    /** Whether one of the methods can take the arguments, as far as their types are known. */
    boolean anyTakes(List<Candidate> all, int[] rows) {
        Arguments arguments = new Written(rows);
        for (Candidate candidate : all) {
            int parameters = candidate.method().parameterCount();
            boolean variable = Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS);
            List<Candidate> only = List.of(candidate);
            if (parameters == rows.length
                            && !applicable(only, arguments, Arity.FIXED, Fit.LOOSE, Doubt.ANY)
                                    .isEmpty()
                    || variable
                            && rows.length >= parameters - 1
                            && !applicable(only, arguments, Arity.VARIABLE, Fit.LOOSE, Doubt.ANY)
                                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean isPacked(Candidate only, List<Candidate> fixed, List<Candidate> variable, Arguments arguments) {
        return !variable.isEmpty()
                && (fixed.isEmpty()
                        || applicable(List.of(only), arguments, Arity.FIXED, Fit.LOOSE, Doubt.ANY)
                                .isEmpty());
    }

    /** What is accepted of arguments whose type is not known well enough. */
    private enum Doubt {
        LIKELY(Fit.MAYBE),
        ANY(Fit.UNLIKELY);

        private final Fit least;

        Doubt(Fit least) {
            this.least = least;
        }

        boolean accepts(Fit fit) {
            return fit == Fit.MAYBE || fit == least;
        }
    }

    private List<Candidate> applicable(List<Candidate> all, Arguments arguments, Arity arity, Fit worst, Doubt doubt) {
        List<Candidate> applicable = new ArrayList<>();
        for (Candidate candidate : all) {
            boolean fits = true;
            for (int i = 0; i < arguments.count() && fits; i++) {
                Fit fit = arguments.fit(i, erased(candidate, i, arity));
                fits = doubt.accepts(fit) || fit.ordinal() >= worst.ordinal();
            }
            if (fits) {
                applicable.add(candidate);
            }
        }
        return applicable;
    }

    private Type erased(Candidate candidate, int index, Arity arity) {
        Type type = candidate.parameterForArgument(body.reads, index, arity);
        return type instanceof Type.Wildcard ? Subtypes.pick(type) : type;
    }

    private Selection mostSpecific(List<Candidate> applicable, Arguments arguments, Arity arity, String name) {
        if (applicable.size() == 1) {
            return new Selection(applicable, Resolution.EXACT, arity, Type.UNKNOWN, name);
        }
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : applicable.size() > MOST_COMPARED ? List.<Candidate>of() : applicable) {
            boolean most = true;
            for (Candidate other : applicable) {
                most &= other.equals(candidate) || isMoreSpecific(candidate, other, arguments, arity);
            }
            if (most) {
                best.add(candidate);
            }
        }
        boolean sure = !best.isEmpty() && !isBlurred(applicable, arguments, arity);
        List<Candidate> ordered = new ArrayList<>(best);
        applicable.stream().filter(candidate -> !best.contains(candidate)).forEach(ordered::add);
        if (sure) {
            return new Selection(List.of(concrete(best)), Resolution.EXACT, arity, Type.UNKNOWN, name);
        }
        return ambiguous(ordered, arity, name);
    }

    /** The first of many candidates, for each call keeps its own. */
    private static Selection ambiguous(List<Candidate> ordered, Arity arity, String name) {
        List<Candidate> first = List.copyOf(ordered.subList(0, Math.min(MOST_COMPARED, ordered.size())));
        return new Selection(first, Resolution.AMBIGUOUS, arity, Type.UNKNOWN, name);
    }

    /** Of methods that override each other's signature one that has a body. */
    private static Candidate concrete(List<Candidate> best) {
        for (Candidate candidate : best) {
            if (!Modifiers.has(candidate.method().modifiers(), Modifiers.ABSTRACT)) {
                return candidate;
            }
        }
        return best.getFirst();
    }

    /** Whether an argument of unknown type stands where the candidates differ. */
    private boolean isBlurred(List<Candidate> applicable, Arguments arguments, Arity arity) {
        for (int i = 0; i < arguments.count(); i++) {
            Type first = body.subtypes.erasure(erased(applicable.getFirst(), i, arity));
            for (Candidate candidate : applicable) {
                Type other = erased(candidate, i, arity);
                if (!first.equals(body.subtypes.erasure(other)) && isDoubtful(arguments.fit(i, other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDoubtful(Fit fit) {
        return fit == Fit.MAYBE || fit == Fit.UNLIKELY;
    }

    private boolean isMoreSpecific(Candidate a, Candidate b, Arguments arguments, Arity arity) {
        for (int i = 0; i < arguments.count(); i++) {
            if (!arguments.prefers(i, erased(a, i, arity), erased(b, i, arity))) {
                return false;
            }
        }
        return true;
    }

    /** No method takes the arguments, so some type was misjudged: the one that most arguments fit. */
    private Selection closest(List<Candidate> left, List<Candidate> all, Arguments arguments, String name) {
        if (left.size() == 1) {
            return new Selection(left, Resolution.INFERRED, Arity.FIXED, Type.UNKNOWN, name);
        }
        List<Candidate> unordered = left.isEmpty() ? all : left;
        Map<Candidate, Integer> misfits = new IdentityHashMap<>();
        unordered.forEach(candidate -> misfits.put(candidate, misfits(candidate, arguments)));
        List<Candidate> ordered = new ArrayList<>(unordered);
        ordered.sort(Comparator.comparing(misfits::get));
        return ambiguous(ordered, Arity.FIXED, name);
    }

    private int misfits(Candidate candidate, Arguments arguments) {
        int misfits = Math.abs(candidate.method().parameterCount() - arguments.count());
        for (int i = 0; i < Math.min(arguments.count(), candidate.method().parameterCount()); i++) {
            misfits += arguments.fit(i, erased(candidate, i, Arity.FIXED)) == Fit.NO ? 1 : 0;
        }
        return misfits;
    }

    /** Arguments of a call as they are written. */
    private final class Written implements Arguments {
        private final int[] rows;

        Written(int[] rows) {
            this.rows = rows;
        }

        @Override
        public int count() {
            return rows.length;
        }

        @Override
        public Fit fit(int index, Type parameter) {
            return expressionFit(rows[index], parameter);
        }

        @Override
        public boolean prefers(int index, Type a, Type b) {
            ExpressionKind kind = body.facts.expressions().kind(rows[index]);
            if (kind == ExpressionKind.LAMBDA || kind == ExpressionKind.METHOD_REFERENCE) {
                return prefersFunction(rows[index], a, b);
            }
            return body.subtypes.fit(a, body.subtypes.erasure(b)) == Fit.STRICT;
        }
    }

    /** Arguments of which only the types are known. */
    record Typed(Subtypes subtypes, List<Type> types) implements Arguments {
        @Override
        public int count() {
            return types.size();
        }

        @Override
        public Fit fit(int index, Type parameter) {
            return subtypes.fit(types.get(index), subtypes.erasure(parameter));
        }

        @Override
        public boolean prefers(int index, Type a, Type b) {
            return subtypes.fit(a, subtypes.erasure(b)) == Fit.STRICT;
        }
    }

    /** How an argument fits a parameter, functions by their shape. */
    Fit expressionFit(int row, Type parameter) {
        Expressions expressions = body.facts.expressions();
        return switch (expressions.kind(row)) {
            case LAMBDA -> lambdaFit(expressions.a(row), parameter);
            case METHOD_REFERENCE -> functionFit(parameter);
            case CHOICE -> choiceFit(expressions.a(row), parameter);
            default -> body.subtypes.fit(body.types.standalone(row), body.subtypes.erasure(parameter));
        };
    }

    private Fit choiceFit(int list, Type parameter) {
        Fit worst = Fit.STRICT;
        for (int i = 0; i < body.facts.lists().size(list); i++) {
            Fit fit = expressionFit(body.facts.lists().get(list, i), parameter);
            worst = fit.ordinal() < worst.ordinal() ? fit : worst;
        }
        return worst;
    }

    private Fit functionFit(Type parameter) {
        if (body.functions.function(parameter) != null) {
            return Fit.STRICT;
        }
        return parameter instanceof TypeVariable || body.subtypes.isOpen(parameter) ? Fit.MAYBE : Fit.NO;
    }

    private Fit lambdaFit(int lambda, Type parameter) {
        Candidate function = body.functions.function(parameter);
        if (function == null) {
            return functionFit(parameter);
        }
        Lambdas lambdas = body.facts.lambdas();
        if (function.method().parameterCount() != lambdas.parameterCount(lambda)) {
            return Fit.NO;
        }
        boolean returnsNothing = function.method().returnType(body.reads) == Type.Primitive.VOID;
        boolean block = (lambdas.flags(lambda) & Lambdas.BLOCK) != 0;
        boolean hasResults = body.facts.lists().size(lambdas.results(lambda)) > 0;
        if (block) {
            return returnsNothing && hasResults ? Fit.NO : Fit.STRICT;
        }
        boolean statement = (lambdas.flags(lambda) & Lambdas.STATEMENT) != 0;
        return returnsNothing && !statement ? Fit.NO : Fit.STRICT;
    }

    /** Of two functional interfaces the one whose result suits the body better. */
    private boolean prefersFunction(int row, Type a, Type b) {
        if (body.subtypes.fit(a, body.subtypes.erasure(b)) == Fit.STRICT) {
            return true;
        }
        Candidate first = body.functions.function(a);
        Candidate second = body.functions.function(b);
        if (first == null || second == null) {
            return false;
        }
        Type left = first.method().returnType(body.reads);
        Type right = second.method().returnType(body.reads);
        boolean nothing = returnsNothing(row);
        if (left == Type.Primitive.VOID || right == Type.Primitive.VOID) {
            return nothing ? left == Type.Primitive.VOID : right == Type.Primitive.VOID;
        }
        return left instanceof Type.Primitive == right instanceof Type.Primitive
                || left instanceof Type.Primitive == yieldsPrimitive(row);
    }

    private boolean returnsNothing(int row) {
        Expressions expressions = body.facts.expressions();
        if (expressions.kind(row) != ExpressionKind.LAMBDA) {
            return false;
        }
        int lambda = expressions.a(row);
        int results = body.facts.lambdas().results(lambda);
        if (body.facts.lists().size(results) == 0) {
            return true;
        }
        return (body.facts.lambdas().flags(lambda) & Lambdas.STATEMENT) != 0
                && body.facts.lambdas().parameterCount(lambda) == 0
                && body.types.of(body.facts.lists().get(results, 0)) == Type.Primitive.VOID;
    }

    private boolean yieldsPrimitive(int row) {
        Expressions expressions = body.facts.expressions();
        if (expressions.kind(row) != ExpressionKind.LAMBDA) {
            return false;
        }
        int results = body.facts.lambdas().results(expressions.a(row));
        return body.facts.lists().size(results) > 0
                && body.facts.lambdas().parameterCount(expressions.a(row)) == 0
                && body.types.of(body.facts.lists().get(results, 0)) instanceof Type.Primitive;
    }
}
