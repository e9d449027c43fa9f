package dev.orrery.indexer.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Two states of a made-up repository: in the second one, declarations were added, removed, reworded, given to others, and
 * files renamed. Few names and few texts, so that much looks alike.
 */
final class RandomStates {
    private final Random random;
    private final List<Type> types = new ArrayList<>();
    private final List<Member> functions = new ArrayList<>();
    private int unique;

    private static final class Member {
        String file = "";
        String name = "";
        String parameters = "";
        String body = "";
    }

    private static final class Type {
        String folder = "";
        String file = "";
        String name = "";
        String head = "";
        List<Member> members = new ArrayList<>();
        List<Type> nested = new ArrayList<>();
    }

    RandomStates(Random random) {
        this.random = random;
        for (int i = 0; i < 3 + random.nextInt(5); i++) {
            types.add(type("a" + random.nextInt(2), 0));
        }
        for (int i = 0; i < 6; i++) {
            functions.add(member("s" + random.nextInt(3)));
        }
    }

    private Type type(String folder, int depth) {
        Type type = new Type();
        type.folder = folder;
        type.name = "T" + random.nextInt(5);
        type.file = type.name;
        for (int i = random.nextInt(5); i > 0; i--) {
            type.members.add(member(""));
        }
        if (depth < 2 && random.nextInt(3) == 0) {
            type.nested.add(type(folder, depth + 1));
        }
        return type;
    }

    private Member member(String file) {
        Member member = new Member();
        member.file = file;
        member.name = "m" + random.nextInt(4);
        member.parameters = random.nextInt(4) == 0 ? "int" : "";
        member.body = body();
        return member;
    }

    private String body() {
        return switch (random.nextInt(4)) {
            case 0 -> "";
            case 1 -> "call" + random.nextInt(3) + "();";
            case 2 -> "first(); second(); third(" + random.nextInt(3) + "); and_so_on(\"and so on\");";
            default -> "long_enough_to_be_found_elsewhere(" + unique++ + "); call0();";
        };
    }

    /** Makes some changes. */
    void change() {
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            if (random.nextInt(3) == 0) {
                changeFunction();
            } else {
                changeType(types.get(random.nextInt(types.size())));
            }
        }
    }

    private void changeFunction() {
        Member function = functions.get(random.nextInt(functions.size()));
        switch (random.nextInt(4)) {
            case 0 -> function.body = body();
            case 1 -> {
                String to = "s" + random.nextInt(4);
                String from = function.file;
                functions.stream().filter(other -> other.file.equals(from)).forEach(other -> other.file = to);
            }
            case 2 -> function.file = "lib/" + function.file;
            default -> functions.add(member("s" + random.nextInt(3)));
        }
    }

    private void changeType(Type type) {
        switch (random.nextInt(8)) {
            case 0 -> type.folder = "b" + random.nextInt(2);
            case 1 -> type.head = "/* note " + random.nextInt(2) + " */ ";
            case 2 -> types.add(type("a0", 0));
            case 3 -> type.members.add(member(""));
            case 4 -> type.file = "Other" + random.nextInt(3);
            case 5 -> {
                if (types.size() > 1) {
                    types.remove(type);
                }
            }
            default -> changeMember(type);
        }
    }

    private void changeMember(Type type) {
        if (type.members.isEmpty()) {
            return;
        }
        Member member = type.members.get(random.nextInt(type.members.size()));
        switch (random.nextInt(3)) {
            case 0 -> member.body = body();
            case 1 -> type.members.remove(member);
            default -> {
                type.members.remove(member);
                types.get(random.nextInt(types.size())).members.add(member);
            }
        }
    }

    /** The present state as files. */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Type type : types) {
            String path = "src/" + type.folder + "/" + type.file + ".java";
            String before = files.getOrDefault(path, "package " + type.folder + ";\n\n");
            files.put(path, before + java(type, ""));
        }
        for (Member function : functions) {
            String path = "py/" + function.file + ".py";
            String body =
                    function.body.replace("; ", ";").replace(";", "\n    ").strip();
            String text = "def " + function.name + "(" + (function.parameters.isEmpty() ? "" : "a") + "):\n    "
                    + (body.isEmpty() ? "pass" : body) + "\n\n";
            files.merge(path, text, String::concat);
        }
        return files;
    }

    private static String java(Type type, String indent) {
        StringBuilder text = new StringBuilder(indent + type.head + "class " + type.name + " {\n");
        for (Member member : type.members) {
            text.append(indent).append("  void ").append(member.name).append('(');
            text.append(member.parameters.isEmpty() ? "" : member.parameters + " a")
                    .append(") {\n");
            text.append(indent)
                    .append("    ")
                    .append(member.body)
                    .append('\n')
                    .append(indent)
                    .append("  }\n\n");
        }
        type.nested.forEach(nested -> text.append(java(nested, indent + "  ")));
        return text.append(indent).append("}\n").toString();
    }
}
