package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.api.ScopeName.Kind;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.java.CaretForm.Want;
import dev.orrery.indexer.link.java.MemberNames.Which;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.CaretScope;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.List;

/** Lists the names that can be written at a caret of Java (chapters 6.3 to 6.6 of the specification). Used once. */
public final class CaretNames {
    private final LiveUnit live;
    private final JavaBody body;
    private final CaretScope caret;
    private final CaretForm form;
    private final Wants wants;
    private final NameSink sink;
    private final MemberNames members;
    private final TypeScope types;
    private String receiver = "";

    private CaretNames(LiveUnit live, CaretScope caret, CaretForm form) {
        this.live = live;
        this.body = live.body;
        this.caret = caret;
        this.form = form;
        this.wants = Wants.of(body, form, caret.call());
        boolean values = form.place() != Place.TYPE;
        Wants named = values ? Wants.nothing(body) : wants;
        this.sink = new NameSink(wants);
        Access access = new Access(body.enclosingClass(caret.scope()), body.facts.packageName(), body.subtypes);
        this.members = new MemberNames(body, access, sink);
        this.types = new TypeScope(live, caret, members, sink, named);
    }

    /**
     * What can be named.
     *
     * @param live the text with a call at the caret, as its facts' {@code caret} says
     * @param start where the word at the caret begins
     */
    public static Scope of(LiveUnit live, CaretForm form, int start) {
        CaretScope caret = live.live.caret().orElseThrow();
        CaretNames names = new CaretNames(live, caret, form);
        boolean complete = names.list();
        return new Scope(
                form.place(),
                start,
                names.receiver,
                names.wants.text(),
                names.sink.names(),
                complete && !names.sink.isFull());
    }

    private boolean list() {
        if (!form.path().isEmpty() || form.place() == Place.IMPORT) {
            return qualified();
        }
        return switch (form.place()) {
            case MEMBER -> member();
            case TYPE -> types();
            case STATEMENT, EXPRESSION -> values();
            case IMPORT, DECLARATION, TEXT, UNKNOWN -> false;
        };
    }

    // Behind a dot

    private boolean member() {
        int row = body.facts.calls().receiver(caret.call());
        if (row < 0) {
            return false;
        }
        boolean reference = body.facts.calls().kind(caret.call()) == CallKind.REFERENCE;
        return switch (body.meanings.of(row)) {
            case Meaning.Value(Type type) -> of(type, Which.ALL);
            case Meaning.TypeName(Type type) -> of(type, reference ? Which.ALL : Which.OF_CLASS);
            case Meaning.PackageName(String name) -> inPackage(name);
        };
    }

    private boolean of(Type type, Which which) {
        receiver = TypeText.of(type);
        Type upper = body.subtypes.upper(type);
        if (upper instanceof Type.Unknown || upper instanceof Type.Null || upper instanceof Type.Primitive) {
            return false;
        }
        members.of(type, which, 0);
        return !body.subtypes.isOpen(upper) && (form.isWhole() || !isOfBuffer(upper));
    }

    /** Whether members may be missing because the text ends too early. */
    private boolean isOfBuffer(Type type) {
        for (SourceClass symbol : live.unit.classes()) {
            if (symbol != null && body.subtypes.as(type, symbol) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean qualified() {
        String path = form.path();
        boolean statics = form.want() == Want.STATIC_IMPORTED;
        Type found = path.isEmpty() ? null : body.names.find(path, caret.scope());
        if (found instanceof Type.ClassType(JavaClass symbol, List<Type> arguments) && symbol.isKnown()) {
            if (statics) {
                members.of(found, Which.OF_CLASS, 0);
            } else {
                members.classesOf(symbol, 0, wants);
            }
            return !body.subtypes.isOpen(found) && (form.isWhole() || !isOfBuffer(found));
        }
        return inPackage(path);
    }

    private boolean inPackage(String name) {
        if (!name.isEmpty()) {
            types.packageTypes(name, 0);
        }
        String start = name.isEmpty() ? "" : name + ".";
        packages(live.classes.declaredPackages(), start);
        packages(live.classes.library().packages(), start);
        return live.classes.ownsPackage(name);
    }

    private void packages(Iterable<String> all, String start) {
        for (String each : all) {
            if (each.startsWith(start) && each.length() > start.length()) {
                int dot = each.indexOf('.', start.length());
                sink.packageName(each.substring(start.length(), dot < 0 ? each.length() : dot));
            }
        }
    }

    // Without a dot

    private void listFar() {
        if (!form.begun().isEmpty()) {
            live.far().beginning(form.begun(), sink::farType);
        }
    }

    private boolean types() {
        boolean complete = types.list();
        listFar();
        return complete && form.isWhole();
    }

    private boolean values() {
        if (form.want() == Want.LABEL && wants.only() instanceof Type.ClassType selected) {
            members.of(selected, Which.STATIC, 0);
        }
        int hidden = Integer.MAX_VALUE;
        for (CaretScope.Around around : caret.around()) {
            SourceClass symbol = live.unit.classAt(around.row());
            if (symbol != null && isStaticLocal(symbol)) {
                hidden = Math.min(hidden, around.distance());
            }
        }
        for (CaretScope.Variable variable : caret.variables()) {
            if (variable.distance() <= hidden) {
                variable(variable);
            }
        }
        boolean complete = classes() && !mayBeLabel();
        staticImports();
        complete &= types.list();
        listFar();
        packages(live.classes.declaredPackages(), "");
        packages(live.classes.library().packages(), "");
        boolean lambda =
                form.place() == Place.EXPRESSION && (form.want() == Want.SURROUNDINGS) && wants.mayBeFunction();
        return complete && form.isWhole() && !lambda;
    }

    /** Whether a label may be one of constants that are not known. */
    private boolean mayBeLabel() {
        Type.ClassType selected = wants.only();
        return form.want() == Want.LABEL && (selected == null || body.subtypes.isOpen(selected));
    }

    /** Whether a class in a body sees nothing of the variables around it. */
    private boolean isStaticLocal(SourceClass symbol) {
        return switch (symbol.kind()) {
            case ENUM, RECORD, INTERFACE, ANNOTATION -> true;
            default -> Modifiers.has(symbol.modifiers(), Modifiers.STATIC);
        };
    }

    private void variable(CaretScope.Variable variable) {
        VariableOrigin origin = body.facts.variables().origin(variable.row());
        boolean parameter = origin == VariableOrigin.PARAMETER || origin == VariableOrigin.LAMBDA;
        sink.variable(
                body.facts.string(body.facts.variables().name(variable.row())),
                parameter ? Kind.PARAMETER : Kind.LOCAL,
                body.types.variable(variable.row()),
                variable.distance());
    }

    /** The members of the classes around, the innermost first; whether all of them are known. */
    private boolean classes() {
        boolean statics = form.isStatic();
        boolean complete = true;
        for (CaretScope.Around around : caret.around()) {
            SourceClass symbol = live.unit.classAt(around.row());
            if (symbol == null) {
                SymbolKind kind = live.unit.declarations().kind(around.row());
                int modifiers = live.unit.declarations().modifiers(around.row());
                statics |= kind.isCallable() && Modifiers.has(modifiers, Modifiers.STATIC);
                continue;
            }
            members.of(body.self(symbol), statics ? Which.STATIC : Which.ALL, around.distance());
            sink.hideMethods();
            complete &= !body.subtypes.isOpen(new Type.ClassType(symbol));
            statics |= isStaticLocal(symbol);
        }
        SourceClass unnamed = live.unit.unnamed();
        if (unnamed != null) {
            members.of(body.self(unnamed), Which.ALL, caret.around().size());
        }
        return complete;
    }

    private void staticImports() {
        Imports imports = body.facts.imports();
        int distance = caret.around().size() + 1;
        for (int row = 0; row < imports.count(); row++) {
            if ((imports.flags(row) & Imports.STATIC) == 0) {
                continue;
            }
            String name = imports.name(row) < 0 ? "" : body.facts.string(imports.name(row));
            JavaClass owner = body.names.qualified(body.facts.string(imports.path(row)));
            if (owner == null && !name.isEmpty()) {
                sink.variable(name, Kind.FIELD, Type.UNKNOWN, distance);
            } else if (owner != null && name.isEmpty()) {
                members.of(new Type.ClassType(owner), Which.STATIC, distance);
            } else if (owner != null) {
                members.named(new Type.ClassType(owner), name, distance);
            }
        }
    }
}
