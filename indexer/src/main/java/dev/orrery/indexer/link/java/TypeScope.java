package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.ScopeName.Fit;
import dev.orrery.indexer.parse.CaretScope;
import dev.orrery.indexer.parse.Imports;
import java.util.List;

/** Lists the types that can be named at a caret, the nearest first (chapter 6.3 of the specification). */
final class TypeScope {
    private final LiveUnit live;
    private final JavaBody body;
    private final CaretScope caret;
    private final MemberNames members;
    private final NameSink sink;
    private final Wants wants;
    private boolean complete = true;

    /** @param wants what a value of the type is wanted for, where the type alone matters; otherwise nothing */
    TypeScope(LiveUnit live, CaretScope caret, MemberNames members, NameSink sink, Wants wants) {
        this.live = live;
        this.body = live.body;
        this.caret = caret;
        this.members = members;
        this.sink = sink;
        this.wants = wants;
    }

    /** Lists those that need no import; whether no other can be named. */
    boolean list() {
        int last = 0;
        for (CaretScope.Around around : caret.around()) {
            last = around.distance();
            of(around.row(), last);
        }
        declaredIn(-1, last + 1);
        Imports imports = body.facts.imports();
        for (int row = 0; row < imports.count(); row++) {
            if (imports.name(row) >= 0) {
                imported(body.facts.string(imports.name(row)), imports.flags(row), last + 2);
            }
        }
        packageTypes(body.facts.packageName(), last + 3);
        for (int row = 0; row < imports.count(); row++) {
            if ((imports.flags(row) & Imports.ON_DEMAND) != 0) {
                onDemand(body.facts.string(imports.path(row)), last + 4);
            }
        }
        packageTypes("java.lang", last + 5);
        return complete;
    }

    private void of(int row, int distance) {
        for (TypeVariable variable : live.unit.typeVariables(row)) {
            sink.type(variable.name(), variable.name(), distance, Fit.UNKNOWN);
        }
        SourceClass symbol = live.unit.classAt(row);
        if (symbol == null) {
            declaredIn(row, distance);
            return;
        }
        if (!symbol.simpleName().startsWith("$")) {
            sink.type(symbol.simpleName(), TypeText.name(symbol), distance, wants.fit(body.self(symbol), null));
        }
        members.classesOf(symbol, distance, wants);
        complete &= !body.subtypes.isOpen(new Type.ClassType(symbol));
    }

    private void declaredIn(int parent, int distance) {
        for (SourceClass symbol : live.unit.classes()) {
            if (symbol != null && live.unit.declarations().parent(symbol.row()) == parent) {
                sink.type(symbol.simpleName(), TypeText.name(symbol), distance, fit(symbol));
            }
        }
    }

    private Fit fit(JavaClass symbol) {
        return wants.fit(new Type.ClassType(symbol), null);
    }

    private void imported(String name, int flags, int distance) {
        Type found = body.names.simple(name, -1);
        if (found instanceof Type.ClassType(JavaClass symbol, List<Type> arguments)) {
            sink.type(name, TypeText.name(symbol), distance, fit(symbol));
        } else if ((flags & Imports.STATIC) == 0) {
            sink.type(name, name, distance, Fit.UNKNOWN);
        }
    }

    private void onDemand(String path, int distance) {
        if (live.classes.hasPackage(path)) {
            packageTypes(path, distance);
            complete &= live.classes.ownsPackage(path);
            return;
        }
        JavaClass around = body.names.qualified(path);
        if (around == null || !around.isKnown()) {
            complete = false;
        } else {
            members.classesOf(around, distance, wants);
        }
    }

    /** The types of a package that code here may name. */
    void packageTypes(String packageName, int distance) {
        boolean own = packageName.equals(body.facts.packageName());
        for (String name : live.classes.declaredIn(packageName)) {
            JavaClass found = live.classes.find(packageName, name, live.unit.source());
            if (found != null && (own || Modifiers.has(found.modifiers(), Modifiers.PUBLIC))) {
                sink.type(name, name, distance, fit(found));
            }
        }
        LibraryTypes library = live.classes.library();
        if (!library.hasPackage(packageName)) {
            return;
        }
        for (String name : library.list(packageName)) {
            JavaClass found = name.indexOf('$') >= 0 ? null : library.find(packageName, name);
            if (found != null && Modifiers.has(found.modifiers(), Modifiers.PUBLIC)) {
                sink.type(name, name, distance, fit(found));
            }
        }
    }
}
