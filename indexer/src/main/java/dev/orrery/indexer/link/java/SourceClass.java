package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.link.unit.SourceUnit;
import dev.orrery.indexer.parse.Declarations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A class that the repository declares. The object stays the same when its file is parsed anew, as long as the class is
 * found again; what it consists of is replaced by {@link #become}.
 */
final class SourceClass implements JavaClass {
    /** What is found out about the supertypes. */
    private record Supertypes(@Nullable Type superclass, List<Type> interfaces) {
        static final Supertypes NONE = new Supertypes(null, List.of());
    }

    private SourceClass original = this;
    private UnitClasses unit;
    private int row;
    private int modifiers;
    private List<TypeVariable> typeParameters = List.of();
    private final Map<String, List<JavaMethod>> methods = new HashMap<>();
    private final List<JavaMethod> allMethods = new ArrayList<>();
    private final List<JavaMethod> constructors = new ArrayList<>();
    private final Map<String, JavaField> fields = new LinkedHashMap<>();
    private final Map<String, SourceClass> members = new HashMap<>();
    private volatile @Nullable Supertypes supertypes;

    SourceClass(UnitClasses unit, int row) {
        this.unit = unit;
        this.row = row;
    }

    /** From now on it is the same class as {@code other}, of which it holds a newer state. */
    void standFor(SourceClass other) {
        original = other.original;
    }

    /**
     * Forgets what it consisted of and stands for another declaration from now on.
     *
     * @param at the row of the declaration; -1 for the class around methods that stand in none
     */
    void become(UnitClasses in, int at) {
        unit = in;
        row = at;
        modifiers = at < 0 ? 0 : in.declarations().modifiers(at);
        typeParameters = at < 0 ? List.of() : in.typeVariables(at);
        methods.clear();
        allMethods.clear();
        constructors.clear();
        fields.clear();
        members.clear();
        supertypes = null;
    }

    void add(SourceMethod method) {
        if (unit.declarations().kind(method.row()) == SymbolKind.CONSTRUCTOR) {
            constructors.add(method);
        } else {
            methods.computeIfAbsent(method.name(), key -> new ArrayList<>(1)).add(method);
            allMethods.add(method);
        }
    }

    void add(String name, SourceField field) {
        fields.putIfAbsent(name, field);
    }

    void add(SourceClass member) {
        members.putIfAbsent(member.simpleName(), member);
    }

    /** The types of a record's components; empty for other classes. */
    List<Type> components(Reads reads) {
        SourceClass now = reads.look(this);
        return now.readComponents(reads);
    }

    private List<Type> readComponents(Reads reads) {
        List<Type> components = new ArrayList<>();
        Declarations declarations = unit.declarations();
        for (int at = row + 1; kind() == SymbolKind.RECORD && at < declarations.count(); at++) {
            boolean component = declarations.parent(at) == row
                    && declarations.kind(at) == SymbolKind.FIELD
                    && !Modifiers.has(declarations.modifiers(at), Modifiers.STATIC);
            JavaField field = component ? fields.get(source().facts().name(at)) : null;
            if (field != null) {
                components.add(field.type(reads));
            }
        }
        return components;
    }

    UnitClasses unit() {
        return unit;
    }

    SourceUnit source() {
        return unit.source();
    }

    int row() {
        return row;
    }

    SymbolKind kind() {
        return row < 0 ? SymbolKind.CLASS : unit.declarations().kind(row);
    }

    @Override
    public String simpleName() {
        return row < 0 ? "" : source().facts().name(row);
    }

    @Override
    public String packageName() {
        return source().facts().packageName();
    }

    @Override
    public String qualifiedName() {
        JavaClass outer = outer();
        String around = outer == null ? packageName() : outer.qualifiedName();
        return around.isEmpty() ? simpleName() : around + "." + simpleName();
    }

    @Override
    public boolean isInterface() {
        return kind() == SymbolKind.INTERFACE || kind() == SymbolKind.ANNOTATION;
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public @Nullable SourceClass outer() {
        return row < 0 ? null : unit.enclosingClass(unit.declarations().parent(row));
    }

    @Override
    public List<TypeVariable> typeParameters(Reads reads) {
        return reads.look(this).typeParameters;
    }

    @Override
    public @Nullable Type superclass(Reads reads) {
        return reads.look(this).supertypes(reads).superclass();
    }

    @Override
    public List<Type> interfaces(Reads reads) {
        return reads.look(this).supertypes(reads).interfaces();
    }

    private Supertypes supertypes(Reads reads) {
        Supertypes known = supertypes;
        if (known != null) {
            return known;
        }
        if (!reads.enter(this)) {
            return Supertypes.NONE;
        }
        Reads nested = reads.nested();
        Supertypes found = findSupertypes(nested);
        reads.leave(this);
        if (unit.settles(nested, reads)) {
            supertypes = found;
        }
        return found;
    }

    private Supertypes findSupertypes(Reads reads) {
        if (row < 0) {
            return new Supertypes(unit.model().library().type("java.lang", "Object"), List.of());
        }
        Declarations declarations = unit.declarations();
        TypeReader reader = new TypeReader(unit, reads);
        List<Type> interfaces = new ArrayList<>(reader.headerTypes(declarations.interfaces(row), row));
        Type superclass =
                declarations.superclass(row) < 0 ? null : reader.headerType(declarations.superclass(row), row);
        if (superclass instanceof Type.ClassType(JavaClass symbol, List<Type> arguments) && symbol.isInterface()) {
            interfaces.addFirst(superclass);
            superclass = null;
        }
        LibraryTypes library = unit.model().library();
        if (superclass == null) {
            superclass = switch (kind()) {
                case ENUM -> library.type("java.lang", "Enum", new Type.ClassType(this));
                case RECORD -> library.type("java.lang", "Record");
                case INTERFACE -> null;
                case ANNOTATION -> null;
                default -> library.type("java.lang", "Object");
            };
        }
        if (kind() == SymbolKind.ANNOTATION) {
            interfaces.add(library.type("java.lang.annotation", "Annotation"));
        }
        return new Supertypes(superclass, List.copyOf(interfaces));
    }

    @Override
    public List<JavaMethod> methods(Reads reads, String name) {
        return reads.look(this).methods.getOrDefault(name, List.of());
    }

    @Override
    public List<JavaMethod> methods(Reads reads) {
        return reads.look(this).allMethods;
    }

    @Override
    public List<JavaMethod> constructors(Reads reads) {
        return reads.look(this).constructors;
    }

    @Override
    public @Nullable JavaField field(Reads reads, String name) {
        return reads.look(this).fields.get(name);
    }

    @Override
    public @Nullable SourceClass memberClass(Reads reads, String name) {
        return reads.look(this).members.get(name);
    }

    @Override
    public Map<String, ? extends JavaField> fields(Reads reads) {
        return reads.look(this).fields;
    }

    @Override
    public Collection<? extends JavaClass> memberClasses(Reads reads) {
        return reads.look(this).members.values();
    }

    @Override
    public int modifiers() {
        return modifiers;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceClass symbol && symbol.original == original;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(original);
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
