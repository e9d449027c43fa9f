package dev.orrery.indexer.parse.structure;

import dev.orrery.indexer.parse.FactsBuilder;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.TypeForm;
import java.util.ArrayList;
import java.util.List;

/** Reads written types. */
final class TypeReader {
    private static final int DEEPEST = 40;

    private final Walk walk;
    private int depth;

    TypeReader(Walk walk) {
        this.walk = walk;
    }

    /** The type that a node writes, or -1 where it writes none that has a name. */
    int read(int node) {
        if (node < 0 || depth > DEEPEST) {
            return FactsBuilder.NONE;
        }
        depth++;
        int type = readOne(node);
        depth--;
        return type;
    }

    private int readOne(int node) {
        Role role = walk.source.role(node);
        if (role == null) {
            return FactsBuilder.NONE;
        }
        return switch (role) {
            case TYPE_NAME, NAME, MEMBER -> {
                String name = walk.source.dotted(node);
                yield name.isEmpty() || walk.rules.isUntyped(name) ? FactsBuilder.NONE : walk.facts.type(name);
            }
            case TYPE_GENERIC -> generic(node);
            case TYPE_ARRAY -> walk.facts.arrayType(read(element(node)), 1);
            case TYPE_WRAP -> read(inner(node));
            case TYPE_UNION -> union(node);
            case TYPE -> {
                int name = walk.source.part(node, Part.NAME);
                yield name < 0 ? FactsBuilder.NONE : walk.facts.type(walk.source.dotted(name));
            }
            case SPECIAL, ELEMENT -> walk.rules.specialType(node);
            default -> FactsBuilder.NONE;
        };
    }

    private int element(int node) {
        int type = walk.source.part(node, Part.TYPE);
        return type >= 0 ? type : walk.source.firstNamed(node);
    }

    private int inner(int node) {
        int type = walk.source.part(node, Part.TYPE);
        if (type >= 0) {
            return type;
        }
        for (int child = walk.source.firstNamed(node); child >= 0; child = walk.source.nextNamed(child)) {
            Role role = walk.source.role(child);
            if (role != null && role != Role.SKIP && role != Role.MODIFIERS && role != Role.ANNOTATION) {
                return child;
            }
        }
        return -1;
    }

    private int generic(int node) {
        int name = walk.source.part(node, Part.NAME);
        String text = walk.source.dotted(name < 0 ? node : name);
        return text.isEmpty()
                ? FactsBuilder.NONE
                : walk.facts.type(text, arguments(walk.source.part(node, Part.ARGUMENTS)));
    }

    /** The types among a node's children; one that has no name is unknown, what is no type is left out. */
    int[] arguments(int node) {
        List<Integer> types = new ArrayList<>();
        for (int child = walk.source.firstNamed(node); child >= 0; child = walk.source.nextNamed(child)) {
            if (walk.source.role(child) != null) {
                types.add(orUnknown(read(child)));
            }
        }
        return types.stream().mapToInt(Integer::intValue).toArray();
    }

    int orUnknown(int type) {
        return type < 0 ? walk.facts.type("?") : type;
    }

    /** The type of a function: its parameters' types and last its result's. */
    int function(List<Integer> parameters, int result) {
        int[] arguments = new int[parameters.size() + 1];
        for (int i = 0; i < parameters.size(); i++) {
            arguments[i] = orUnknown(parameters.get(i));
        }
        arguments[parameters.size()] = orUnknown(result);
        return walk.facts.type(FileFacts.FUNCTION_TYPE, arguments);
    }

    /** One of several types: the only one that is not null, or all of them. */
    private int union(int node) {
        List<Integer> types = new ArrayList<>();
        for (int child = walk.source.firstNamed(node); child >= 0; child = walk.source.nextNamed(child)) {
            int type = read(child);
            if (type >= 0) {
                types.add(type);
            }
        }
        return switch (types.size()) {
            case 0 -> FactsBuilder.NONE;
            case 1 -> types.getFirst();
            default ->
                walk.facts.type(
                        TypeForm.UNION,
                        "",
                        0,
                        types.stream().mapToInt(Integer::intValue).toArray());
        };
    }
}
