package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ProposalVerdict.Kind;
import dev.orrery.indexer.link.java.Conversions.Use;
import dev.orrery.indexer.link.java.Subtypes.Fit;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.Expressions;
import dev.orrery.indexer.parse.java.JavaNode;
import dev.orrery.indexer.parse.java.JavaTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What calls must reach (chapters 15.9 and 15.12 of the specification). */
final class CallRules {
    private final CheckedFile file;
    private final JavaBody body;
    private final JavaTree tree;
    private final MemberAccess access;
    private final NameRules names;

    CallRules(CheckedFile file, MemberAccess access, NameRules names) {
        this.file = file;
        this.body = file.body;
        this.tree = file.tree;
        this.access = access;
        this.names = names;
    }

    /** {@code name(…)} and {@code receiver.name(…)}. */
    void method(int node) {
        int row = file.syntax.expression(node);
        int name = tree.child(node, file.fields.name());
        if (row < 0 || name < 0 || body.facts.expressions().kind(row) != ExpressionKind.CALL) {
            return;
        }
        int call = body.facts.expressions().a(row);
        int receiver = body.facts.calls().receiver(call);
        if (receiver < 0) {
            unqualified(name, call);
        } else {
            qualified(node, name, call, receiver);
        }
    }

    private void qualified(int node, int name, int call, int receiver) {
        int object = tree.child(node, file.fields.object());
        if (object >= 0 && names.isNothing(object)) {
            return;
        }
        boolean value = false;
        Type type;
        switch (body.meanings.of(receiver)) {
            case Meaning.PackageName _ -> {
                return;
            }
            case Meaning.TypeName(Type named) -> type = named;
            case Meaning.Value(Type of) -> {
                type = of;
                value = true;
            }
        }
        if (file.certainty.receiver(receiver) == Certainty.Level.NONE) {
            return;
        }
        String text = tree.text(name);
        Type upper = body.subtypes.upper(type);
        if (upper instanceof Type.Primitive) {
            file.report(Kind.TYPE, name, "receiver", text, file.text(type));
            return;
        }
        if (upper instanceof Type.Array && text.equals("clone")) {
            return;
        }
        Type owner = upper instanceof Type.Array ? body.subtypes.object() : upper;
        if (owner instanceof Type.Unknown || owner instanceof Type.Null || body.subtypes.isOpen(owner)) {
            return;
        }
        List<Candidate> all = body.members.methods(owner, text, null);
        if (all.isEmpty()) {
            file.report(Kind.NAME, name, "method", text, file.text(type));
            return;
        }
        List<Candidate> accessible = accessible(all, name);
        if (accessible.isEmpty()) {
            file.report(Kind.ACCESS, name, "access", text, file.text(type));
            return;
        }
        List<Candidate> applicable = applicable(name, text, accessible, body.arguments(call));
        boolean onType = !value && !isSuper(receiver);
        if (onType && !applicable.isEmpty() && applicable.stream().noneMatch(CallRules::isStatic)) {
            file.report(Kind.ACCESS, name, "static", text);
        }
    }

    private boolean isSuper(int receiver) {
        ExpressionKind kind = body.facts.expressions().kind(receiver);
        return kind == ExpressionKind.SUPER || kind == ExpressionKind.THIS;
    }

    private static boolean isStatic(Candidate candidate) {
        return Modifiers.has(candidate.method().modifiers(), Modifiers.STATIC);
    }

    private List<Candidate> accessible(List<Candidate> all, int node) {
        List<Candidate> accessible = new ArrayList<>();
        SourceClass user = file.user(node);
        for (Candidate candidate : all) {
            JavaMethod method = candidate.method();
            boolean ofArray = method.owner().equals(body.subtypes.object().symbol());
            if (ofArray || access.isAccessible(method.modifiers(), method.owner(), user)) {
                accessible.add(candidate);
            }
        }
        return accessible;
    }

    private void unqualified(int name, int call) {
        String text = tree.text(name);
        int scope = body.facts.calls().owner(call);
        List<SourceClass> around = body.enclosing(scope);
        for (int i = 0; i < around.size(); i++) {
            Type.ClassType self = body.self(around.get(i));
            List<Candidate> all = body.members.methods(self, text, null);
            if (body.subtypes.isOpen(self)) {
                return;
            }
            if (!all.isEmpty()) {
                List<Candidate> accessible = accessible(all, name);
                if (accessible.isEmpty()) {
                    file.report(Kind.ACCESS, name, "access", text, around.get(i).simpleName());
                    return;
                }
                List<Candidate> applicable = applicable(name, text, accessible, body.arguments(call));
                if (!applicable.isEmpty()
                        && applicable.stream().noneMatch(CallRules::isStatic)
                        && access.isStatic(name, i)) {
                    file.report(Kind.ACCESS, name, "static", text);
                }
                return;
            }
        }
        if (names.importsUnknown(text)) {
            return;
        }
        List<Candidate> imported = body.calls.importedMethods(text);
        if (imported.isEmpty()) {
            file.report(Kind.NAME, name, "method-here", text);
        } else {
            applicable(name, text, imported, body.arguments(call));
        }
    }

    /** Whether a call without receiver reaches nothing. */
    boolean isNothing(int node) {
        int row = file.syntax.expression(node);
        int name = tree.child(node, file.fields.name());
        if (row < 0 || name < 0 || body.facts.expressions().kind(row) != ExpressionKind.CALL) {
            return false;
        }
        int call = body.facts.expressions().a(row);
        if (body.facts.calls().receiver(call) >= 0) {
            return false;
        }
        String text = tree.text(name);
        for (SourceClass around : body.enclosing(body.facts.calls().owner(call))) {
            Type.ClassType self = body.self(around);
            if (body.subtypes.isOpen(self)
                    || !body.members.methods(self, text, null).isEmpty()) {
                return false;
            }
        }
        return !names.importsUnknown(text) && body.calls.importedMethods(text).isEmpty();
    }

    /** {@code new Type(…)}. */
    void creation(int node) {
        int row = file.syntax.expression(node);
        int typeNode = tree.child(node, file.fields.type());
        if (row < 0 || typeNode < 0 || body.facts.expressions().kind(row) != ExpressionKind.CALL) {
            return;
        }
        int call = body.facts.expressions().a(row);
        if (!(body.calls.created(call) instanceof Type.ClassType type)) {
            if (body.calls.created(call) instanceof TypeVariable variable) {
                file.report(Kind.TYPE, typeNode, "abstract", variable.name());
            }
            return;
        }
        JavaClass symbol = type.symbol();
        boolean anonymous = body.facts.calls().body(call) >= 0;
        if (!symbol.isKnown()) {
            return;
        }
        boolean closed = symbol.isInterface() || Modifiers.has(symbol.modifiers(), Modifiers.ABSTRACT);
        if (!anonymous && closed || isEnum(symbol)) {
            file.report(Kind.TYPE, typeNode, "abstract", symbol.simpleName());
            return;
        }
        if (!symbol.isInterface()) {
            constructors(typeNode, type, call);
        }
    }

    private static boolean isEnum(JavaClass symbol) {
        return symbol instanceof SourceClass source && source.kind() == dev.orrery.api.SymbolKind.ENUM;
    }

    /** {@code this(…)} and {@code super(…)}. */
    void explicitConstructor(int node) {
        int constructor = tree.child(node, file.fields.constructor());
        int call = file.explicitCall(node);
        SourceClass around = file.user(node);
        if (constructor < 0 || call < 0 || around == null) {
            return;
        }
        boolean self = body.facts.calls().kind(call) == CallKind.THIS_CONSTRUCTOR;
        Type type = self ? body.self(around) : around.superclass(body.reads);
        boolean plain = around.kind() == dev.orrery.api.SymbolKind.CLASS;
        if (plain && type instanceof Type.ClassType site && site.symbol().isKnown()) {
            constructors(constructor, site, call);
        }
    }

    private void constructors(int node, Type.ClassType type, int call) {
        List<Candidate> all = body.calls.constructors(type);
        if (all.isEmpty()) {
            if (type.symbol() instanceof LibraryClass) {
                file.report(Kind.ACCESS, node, "access", type.symbol().simpleName(), file.text(type));
            }
            return;
        }
        List<Candidate> accessible = accessible(all, node);
        boolean anonymous = body.facts.calls().kind(call) != CallKind.CONSTRUCTOR
                || body.facts.calls().body(call) >= 0;
        if (accessible.isEmpty() && !anonymous) {
            file.report(Kind.ACCESS, node, "access", type.symbol().simpleName(), file.text(type));
            return;
        }
        applicable(node, type.symbol().simpleName(), accessible.isEmpty() ? all : accessible, body.arguments(call));
    }

    /** The candidates that may take the arguments; reports where there is none. */
    private List<Candidate> applicable(int node, String name, List<Candidate> all, int[] arguments) {
        List<Candidate> applicable = new ArrayList<>();
        boolean arity = false;
        for (Candidate candidate : all) {
            boolean fixed = candidate.method().parameterCount() == arguments.length;
            boolean variable = Modifiers.has(candidate.method().modifiers(), Modifiers.VARARGS)
                    && arguments.length >= candidate.method().parameterCount() - 1;
            arity |= fixed || variable;
            if (fixed && takes(candidate, arguments, Candidate.Arity.FIXED)
                    || variable && takes(candidate, arguments, Candidate.Arity.VARIABLE)) {
                applicable.add(candidate);
            }
        }
        if (applicable.isEmpty()) {
            if (arity) {
                file.report(Kind.TYPE, node, "arguments", name);
            } else {
                file.report(Kind.ARITY, node, "arity", name, arguments.length);
            }
        }
        return applicable;
    }

    private boolean takes(Candidate candidate, int[] arguments, Candidate.Arity arity) {
        for (int i = 0; i < arguments.length; i++) {
            Type parameter = candidate.parameterForArgument(body.reads, i, arity);
            if (isGeneric(candidate, parameter)) {
                parameter = generic(parameter);
                if (isErasedClash(arguments[i], parameter)) {
                    return false;
                }
            } else if (file.conversions.clashes(arguments[i], parameter, Use.ARGUMENT)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a parameter's type depends on the call. */
    private boolean isGeneric(Candidate candidate, Type parameter) {
        List<TypeVariable> variables = candidate.method().typeParameters();
        for (TypeVariable variable : variables) {
            if (Certainty.mentions(parameter, variable, 0)) {
                return true;
            }
        }
        if (candidate.site().arguments().isEmpty()) {
            for (TypeVariable variable : candidate.site().symbol().typeParameters(body.reads)) {
                if (Certainty.mentions(parameter, variable, 0)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Type generic(Type parameter) {
        Type upper = body.subtypes.upper(parameter);
        return upper instanceof Type.Intersection ? Type.UNKNOWN : body.subtypes.erasure(parameter);
    }

    private boolean isErasedClash(int row, Type parameter) {
        Expressions expressions = body.facts.expressions();
        if (file.certainty.isFunction(row)) {
            return !body.subtypes.isOpen(parameter)
                    && !(parameter instanceof Type.ClassType(JavaClass symbol, List<Type> _)
                            && Subtypes.isObject(symbol))
                    && body.overloads.expressionFit(row, parameter) == Fit.NO;
        }
        if (expressions.kind(row) == ExpressionKind.CHOICE) {
            return false;
        }
        if (file.certainty.of(row) == Certainty.Level.NONE) {
            return false;
        }
        return file.conversions.clashes(body.subtypes.erasure(body.types.of(row)), parameter);
    }

    /** {@code receiver::name}. */
    void reference(int node) {
        int row = file.syntax.expression(node);
        int first = tree.firstNamed(node);
        if (row < 0 || first < 0 || names.isNothing(first)) {
            return;
        }
        int call = body.facts.expressions().a(row);
        int receiver = body.facts.expressions().kind(row) == ExpressionKind.METHOD_REFERENCE
                ? body.facts.calls().receiver(call)
                : -1;
        if (receiver < 0) {
            return;
        }
        if (body.facts.calls().type(call) >= 0) {
            if (tree.is(first, JavaNode.IDENTIFIER)
                    && body.names.find(tree.text(first), file.syntax.scope(node)) == null) {
                file.report(Kind.NAME, first, "name", tree.text(first));
            }
            return;
        }
        String text = body.facts.string(body.facts.calls().name(call));
        Type owner = owner(receiver);
        if (owner == null || body.subtypes.isOpen(owner)) {
            return;
        }
        List<Candidate> all = body.members.methods(owner, text, null);
        if (all.isEmpty()) {
            file.report(Kind.NAME, last(node), "method", text, file.text(owner));
        } else if (accessible(all, node).isEmpty()) {
            file.report(Kind.ACCESS, last(node), "access", text, file.text(owner));
        }
    }

    private @Nullable Type owner(int receiver) {
        Type type =
                switch (body.meanings.of(receiver)) {
                    case Meaning.TypeName(Type named) -> named;
                    case Meaning.Value(Type of) ->
                        file.certainty.of(receiver) == Certainty.Level.NONE ? Type.UNKNOWN : of;
                    case Meaning.PackageName _ -> Type.UNKNOWN;
                };
        Type upper = body.subtypes.upper(type);
        return upper instanceof Type.ClassType || upper instanceof Type.Intersection ? upper : null;
    }

    private int last(int node) {
        int last = node;
        for (int child = tree.first(node); child >= 0; child = tree.next(child)) {
            last = child;
        }
        return last;
    }
}
