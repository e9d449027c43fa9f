package dev.orrery.indexer.parse;

import dev.orrery.api.Language;
import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Collects the facts of one file while an extractor walks its tree from top to bottom. All offsets are byte offsets into
 * the file. Rows are returned as ints and used to refer to what was added before. One owner at a time.
 *
 * <p>A walk is: {@link #declare} a symbol, {@link #open} it, add its parameters, children, expressions and calls,
 * {@link #close} it. {@link #openScope} and {@link #closeScope} bound the variables of blocks; {@link #name} looks a
 * simple name up among them, so that the linker never has to. A call belongs to the innermost open declaration that can
 * call; code outside of any belongs to the {@link SymbolKind#INITIALIZER} of the open type, or of the file, which then
 * appears by itself. Types, expressions and strings are cheap; types are kept once.
 */
public final class FactsBuilder {
    /** "None", wherever a row is optional. */
    public static final int NONE = -1;

    private final Language language;
    private final LineIndex lineIndex;
    private final StringPoolBuilder strings = new StringPoolBuilder();
    private final IntListsBuilder lists = new IntListsBuilder();
    private final IntRowsBuilder imports = new IntRowsBuilder(Imports.DOMAINS.size());
    private final TypeRefsBuilder types = new TypeRefsBuilder(strings, lists);
    private final IntRowsBuilder typeParameters = new IntRowsBuilder(TypeParameters.DOMAINS.size());
    private final DeclarationsBuilder declarations;
    private final IntRowsBuilder variables = new IntRowsBuilder(Variables.DOMAINS.size());
    private final IntRowsBuilder expressions = new IntRowsBuilder(Expressions.DOMAINS.size());
    private final IntRowsBuilder calls = new IntRowsBuilder(Calls.DOMAINS.size());
    private final IntRowsBuilder lambdas = new IntRowsBuilder(Lambdas.DOMAINS.size());
    private final VariableScopes scopes = new VariableScopes();
    private final String caretName;
    private @Nullable CaretScope caret;
    private String packageName = "";
    private int tokens;

    public FactsBuilder(Language language, byte[] utf8) {
        this(language, utf8, "");
    }

    /** @param caretName the name of the call that marks a caret; empty for none */
    public FactsBuilder(Language language, byte[] utf8, String caretName) {
        this.language = language;
        this.caretName = caretName;
        this.lineIndex = new LineIndex(utf8);
        this.declarations = new DeclarationsBuilder(strings, lineIndex, utf8.length);
    }

    // The file

    public FactsBuilder packageName(String name) {
        packageName = name;
        return this;
    }

    public FactsBuilder tokens(int count) {
        tokens = count;
        return this;
    }

    /**
     * Adds an import.
     *
     * @param flags bits of the constants of {@link Imports}
     * @param path package, type or module that is imported from, as written
     * @param name the imported name; empty where the whole of {@code path} is meant
     * @param alias its name in this file; empty where it keeps its own
     */
    public int addImport(int flags, String path, String name, String alias, int offset) {
        return imports.add(flags, string(path), optional(name), optional(alias), lineIndex.line(offset));
    }

    // Types

    /** A named type; the name as written without arguments, its parts joined by dots, {@code ?} where a damaged file has none. */
    public int type(String name, int... arguments) {
        return types.add(TypeForm.NAMED, name.isEmpty() ? "?" : name, 0, arguments);
    }

    /** {@code element} with that many more array dimensions. */
    public int arrayType(int element, int dimensions) {
        return element < 0 || dimensions == 0 ? element : types.array(element, dimensions);
    }

    /** The type of an array's elements, or -1 where {@code array} is none. */
    public int elementType(int array) {
        return array < 0 || !types.isArray(array) ? NONE : types.array(array, -1);
    }

    /** A type of any form; {@code name} is empty where the form has none. */
    public int type(TypeForm form, String name, int dimensions, int... arguments) {
        return types.add(form, name, dimensions, arguments);
    }

    // Declarations

    /**
     * Adds a symbol inside the innermost open declaration.
     *
     * @param nameOffset where its name stands (or what it is recognised by)
     * @param startOffset the declaration's first byte, comments left out
     * @param endOffset one past its last byte
     */
    public int declare(SymbolKind kind, String name, int modifiers, int nameOffset, int startOffset, int endOffset) {
        return declarations.add(kind, name, modifiers, nameOffset, startOffset, endOffset);
    }

    /** Adds bits of {@link Modifiers} to a declaration. */
    public void addModifiers(int declaration, int bits) {
        declarations.addModifiers(declaration, bits);
    }

    public int modifiers(int declaration) {
        return declarations.modifiers(declaration);
    }

    /** Sets a field's type, a method's result or an alias's target. */
    public void declaredType(int declaration, int type) {
        declarations.type(declaration, type);
    }

    /** Sets the extended class, or the type that a function outside of any type belongs to. */
    public void superclass(int declaration, int type) {
        declarations.superclass(declaration, type);
    }

    /** Sets the supertypes other than the superclass. */
    public void interfaces(int declaration, int... supertypes) {
        declarations.interfaces(declaration, lists.add(supertypes));
    }

    /** Adds an expression that a field is given or that a function returns. */
    public void value(int declaration, int expression) {
        declarations.value(declaration, expression);
    }

    /** Adds a type parameter; those of one declaration are added one after the other. */
    public void typeParameter(int declaration, String name, int... bounds) {
        declarations.addTypeParameter(declaration, typeParameters.add(string(name), lists.add(bounds)));
    }

    /** Adds a parameter and makes it visible in the open scope; those of one declaration are added one after the other. */
    public int parameter(int declaration, String name, int type) {
        int row = variable(name, type, VariableOrigin.PARAMETER, NONE, 0);
        declarations.addParameter(declaration, row);
        return row;
    }

    /** Enters a declaration: what follows is inside it. Also opens a scope. */
    public void open(int declaration) {
        declarations.open(declaration);
        scopes.open(declaration);
    }

    /** Enters an object that is written as a literal: it has members, but what runs in it belongs to the code around it. */
    public void openLiteral(int declaration) {
        declarations.openLiteral(declaration);
        scopes.open();
    }

    public void close() {
        declarations.close();
        scopes.close();
    }

    /** The innermost open declaration, or -1. */
    public int current() {
        return declarations.current();
    }

    /** The declaration around a declaration, or -1. */
    public int parentOf(int declaration) {
        return declarations.parent(declaration);
    }

    /** A declaration's simple name. */
    public String nameOf(int declaration) {
        return declarations.name(declaration);
    }

    public int declarationCount() {
        return declarations.count();
    }

    public SymbolKind kind(int declaration) {
        return declarations.kind(declaration);
    }

    // Variables

    public void openScope() {
        scopes.open();
    }

    public void closeScope() {
        scopes.close();
    }

    /**
     * Adds a variable and makes it visible until the open scope closes.
     *
     * @param type its declared type, or -1 where it follows from {@code source}
     * @param source what the origin says, or -1
     * @param index what the origin says, or 0
     */
    public int variable(String name, int type, VariableOrigin origin, int source, int index) {
        int row = variables.add(string(name), type, origin.ordinal(), source, index, current());
        scopes.declare(name, row);
        return row;
    }

    /** Sets a variable's source after the fact, for those that come before it in the text. */
    public void variableSource(int variable, int source) {
        variables.set(variable, 3, source);
    }

    /** Whether the variable's type is written. */
    public boolean isTyped(int variable) {
        return variables.get(variable, 1) >= 0;
    }

    /** Whether neither a type nor a source says what the variable holds. */
    public boolean isOpen(int variable) {
        return variables.get(variable, 1) < 0 && variables.get(variable, 3) < 0;
    }

    /** Makes {@code name} mean a member again inside the open scope, whatever variables lie around it. */
    public void hideVariable(String name) {
        scopes.declare(name, NONE);
    }

    /** The visible variable of that name, or -1. */
    public int visibleVariable(String name) {
        return scopes.find(name);
    }

    // Expressions

    /** An expression of any kind; see {@link ExpressionKind} for the operands. */
    public int expression(ExpressionKind kind, int a, int b, int c) {
        return expressions.add(kind.ordinal(), a, b, c, current());
    }

    public int unknown() {
        return expression(ExpressionKind.UNKNOWN, 0, 0, 0);
    }

    /** A simple name: the visible variable of that name, otherwise a name for the linker to find. */
    public int name(String name) {
        int variable = scopes.find(name);
        return variable >= 0
                ? expression(ExpressionKind.LOCAL, variable, 0, 0)
                : expression(ExpressionKind.NAME, string(name), 0, 0);
    }

    /** {@code receiver.name}. */
    public int field(int receiver, String name) {
        return expression(ExpressionKind.FIELD, receiver, string(name), 0);
    }

    public int literal(LiteralKind kind) {
        return expression(ExpressionKind.LITERAL, kind.ordinal(), 0, 0);
    }

    public int expressionList(int... elements) {
        return lists.add(elements);
    }

    public int string(String text) {
        return strings.number(text);
    }

    // Calls

    /**
     * Adds a call site that belongs to the innermost open declaration that can call. Add it after its receiver and before
     * its arguments, so that call sites stay in source order; {@link #arguments} follows when they are known.
     *
     * @param receiver what it is called on, or -1
     * @param type the created type of a constructor call, or -1
     */
    public int call(CallKind kind, String name, int receiver, int type, int nameOffset) {
        int row = calls.add(
                kind.ordinal(),
                string(name),
                receiver,
                type,
                NONE,
                owner(),
                NONE,
                lineIndex.line(nameOffset),
                lineIndex.column(nameOffset),
                NONE);
        if (caret == null && !name.isEmpty() && name.equals(caretName)) {
            caret = scopes.around(row, current());
        }
        return row;
    }

    /** Sets the type arguments that a call gives explicitly. */
    public void typeArguments(int call, int... types) {
        calls.set(call, 9, lists.add(types));
    }

    public void arguments(int call, int... expressions) {
        calls.set(call, 4, lists.add(expressions));
    }

    /** Sets the anonymous class that a constructor call declares. */
    public void body(int call, int declaration) {
        calls.set(call, 6, declaration);
    }

    /** The call as an expression. */
    public int callExpression(int call) {
        return callExpression(call, Context.NONE);
    }

    /** The call as an expression from which its surroundings want something. */
    public int callExpression(int call, Context context) {
        boolean reference = calls.get(call, 0) == CallKind.REFERENCE.ordinal();
        return expression(
                reference ? ExpressionKind.METHOD_REFERENCE : ExpressionKind.CALL,
                call,
                context.packed(),
                context.row());
    }

    /** Adds a lambda and its expression, which it returns; its parameters and results follow. */
    public int lambda(int flags, Context context) {
        int row = lambdas.add(NONE, 0, 0, NONE, flags);
        int expression = expression(ExpressionKind.LAMBDA, row, context.packed(), context.row());
        lambdas.set(row, 0, expression);
        return expression;
    }

    /** The row in {@link Lambdas} of a lambda's expression. */
    public int lambdaRow(int expression) {
        return expressions.get(expression, 1);
    }

    /** Adds a parameter to a lambda and makes it visible; those of one lambda are added one after the other. */
    public int lambdaParameter(int expression, String name, int type) {
        int row = lambdaRow(expression);
        int count = lambdas.get(row, 2);
        int variable = variable(name, type, VariableOrigin.LAMBDA, expression, count);
        if (count == 0) {
            lambdas.set(row, 1, variable);
        }
        lambdas.set(row, 2, count + 1);
        return variable;
    }

    public void lambdaResults(int expression, int... results) {
        lambdas.set(lambdaRow(expression), 3, lists.add(results));
    }

    /** The declaration that code written here belongs to. */
    public int owner() {
        return declarations.owner();
    }

    private int optional(String text) {
        return strings.optional(text);
    }

    /** The facts; the builder must not be used afterwards. */
    public FileFacts build() {
        return FactsPruning.prune(all());
    }

    /** The facts with all that was added; the builder must not be used afterwards. */
    public LiveFacts buildLive(Positions positions) {
        return new LiveFacts(all(), positions, Optional.ofNullable(caret));
    }

    private FileFacts all() {
        Declarations allDeclarations = declarations.build(lists);
        IntLists allLists = lists.build();
        return new FileFacts(
                language,
                packageName,
                lineIndex.lines(),
                tokens,
                strings.build(),
                allLists,
                new Imports(imports.build()),
                types.build(),
                new TypeParameters(typeParameters.build()),
                allDeclarations,
                new Variables(variables.build()),
                new Expressions(expressions.build()),
                new Calls(calls.build()),
                new Lambdas(lambdas.build()));
    }
}
