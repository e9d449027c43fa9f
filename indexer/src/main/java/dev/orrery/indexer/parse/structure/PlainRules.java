package dev.orrery.indexer.parse.structure;

import dev.orrery.api.Modifiers;
import dev.orrery.api.SymbolKind;
import dev.orrery.indexer.parse.CallKind;
import dev.orrery.indexer.parse.ExpressionKind;
import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.Imports;
import dev.orrery.indexer.parse.VariableOrigin;
import java.util.HashMap;
import java.util.Map;

/** Languages that their table describes: names begin to exist when they are assigned, and files are imported by calls. */
class PlainRules extends LanguageRules {
    private final Map<Integer, Map<String, Integer>> fields = new HashMap<>();

    PlainRules(Walk walk) {
        super(walk);
    }

    @Override
    SymbolKind kind(int node, SymbolKind kind, String name) {
        boolean constructor = name.equals("initialize") || name.equals("__construct");
        return kind == SymbolKind.METHOD && constructor ? SymbolKind.CONSTRUCTOR : kind;
    }

    @Override
    boolean namesLambdas() {
        return true;
    }

    @Override
    int name(int node, String name) {
        return switch (name) {
            case "self", "$this", "this" -> facts.expression(ExpressionKind.THIS, FactsBuilder.NONE, 0, 0);
            default -> facts.name(name);
        };
    }

    /** A function that the table names as one reads its first argument's file. */
    @Override
    int call(CallKind kind, String name, int receiver, int nameOffset, int node) {
        int arguments = source.part(node, Part.ARGUMENTS);
        int first = source.isType(arguments, "string") || source.isLeaf(arguments)
                ? arguments
                : source.firstNamed(arguments);
        if (receiver < 0 && first >= 0 && source.table().isImporter(name)) {
            importFile(source.unquoted(first), "", node);
        }
        int object = source.part(node, Part.OBJECT);
        if (name.equals("new") && source.text(object).matches("(?:\\w+::)*\\p{Lu}\\w*")) {
            String type = source.dotted(object);
            return facts.call(
                    CallKind.CONSTRUCTOR,
                    type.substring(type.lastIndexOf('.') + 1),
                    FactsBuilder.NONE,
                    facts.type(type),
                    nameOffset);
        }
        return super.call(kind, name, receiver, nameOffset, node);
    }

    /** An import by a path whose last part names the file; all names of it are known unless it has an alias. */
    final void importFile(String path, String alias, int node) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        if (!stem.isEmpty()) {
            facts.addImport(0, stem, "", alias, source.start(node));
            if (alias.isEmpty()) {
                facts.addImport(Imports.ON_DEMAND, stem, "", "", source.start(node));
            }
        }
    }

    /** Arguments that stand beside what is called, without a list around them. */
    @Override
    void afterCallee(int node, int call) {
        if (source.part(node, Part.ARGUMENTS) >= 0) {
            visit(source.part(node, Part.BODY));
            return;
        }
        int function = source.part(node, Part.FUNCTION);
        int object = source.part(node, Part.OBJECT);
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (child != function && child != object) {
                visit(child);
            }
        }
    }

    final void visit(int node) {
        if (node >= 0) {
            walk.expressions.read(node);
        }
    }

    @Override
    boolean assignment(int node) {
        return assign(node, source.part(node, Part.NAME), source.part(node, Part.VALUE));
    }

    /** Reads an assignment of a value; false where it is one that declares nothing. */
    final boolean assign(int node, int written, int value) {
        int target = source.is(written, Role.MEMBER) && source.part(written, Part.OBJECT) < 0
                ? source.part(written, Part.NAME)
                : written;
        if (source.is(target, Role.MEMBER) && source.is(value, Role.LAMBDA)) {
            return member(node, target, value);
        }
        if (!source.is(target, Role.NAME)) {
            return false;
        }
        String name = source.text(target);
        if (source.is(value, Role.LAMBDA)) {
            walk.declarations.named(node, name, target, value);
        } else if (walk.inBody() && !name.startsWith("@")) {
            int from = walk.expressions.read(value);
            facts.variable(name, FactsBuilder.NONE, VariableOrigin.LOCAL, from, 0);
        } else if (name.startsWith("@")) {
            walk.expressions.read(value);
        } else {
            Map<String, Integer> names = fields.computeIfAbsent(facts.current(), key -> new HashMap<>());
            int row = names.computeIfAbsent(name, key -> walk.variables.field(node, target, FactsBuilder.NONE));
            int from = walk.expressions.read(value);
            if (from >= 0) {
                facts.value(row, from);
            }
        }
        return true;
    }

    /** {@code a.b = function}. */
    private boolean member(int node, int target, int value) {
        int name = source.part(target, Part.NAME);
        int object = source.part(target, Part.OBJECT);
        if (object < 0 || walk.inBody() || !source.isLeaf(name)) {
            return false;
        }
        int row = facts.declare(
                SymbolKind.METHOD,
                source.text(name),
                Modifiers.PUBLIC,
                source.start(name),
                source.start(node),
                source.end(node));
        facts.superclass(row, facts.type(source.dotted(object)));
        walk.declarations.function(row, value);
        return true;
    }

    /** Parameters that stand in the declaration itself, without a list around them. */
    @Override
    void beforeParameters(int node, int row) {
        if (source.part(node, Part.PARAMETERS) < 0) {
            walk.variables.parametersAmong(node, new VariableReader.DeclaredParameters(facts, row));
        }
    }

    /** A function without a body of its own: all that is in it but its name and parameters. */
    @Override
    void beforeBody(int node, int row) {
        if (source.part(node, Part.BODY) >= 0) {
            return;
        }
        int name = source.part(node, Part.NAME);
        int parameters = source.part(node, Part.PARAMETERS);
        for (int child = source.firstNamed(node); child >= 0; child = source.nextNamed(child)) {
            if (child != name && child != parameters && !source.is(child, Role.PARAMETER)) {
                walk.visit(child);
            }
        }
    }

    @Override
    boolean isBlock(int body) {
        return source.is(body, Role.SCOPE);
    }
}
