package dev.orrery.indexer.history;

import java.util.List;
import java.util.Random;

/** Made-up sources that are hard to tell apart lexically. */
public final class RandomSource {
    private static final List<String> MEMBERS = List.of(
            "    int f% = #, g%[] = {1, 2};\n",
            "    /** {@code } */\n    T m%(T t, int... x) { return t; }\n",
            "    void m%() {\n        class L { void in() {} }\n        // }\n        int x = #;\n    }\n",
            "    record R%(int a) {\n        R% {\n            a = #;\n        }\n    }\n",
            "    enum E% {\n        A { void x() {} }, B;\n\n        int e = '}' + #;\n    }\n",
            "    Runnable r% = () -> {\n        String s = \"}\\\"\" + #;\n    };\n",
            "    class In% {\n        int deep() {\n            return #;\n        }\n    }\n",
            "    Object o% = new Object() {\n        int h = #;\n    };\n",
            "    String t% = \"\"\"\n        } {\n        \"\"\" + #;\n",
            "    @interface I% {\n        int[] v() default {#};\n    }\n",
            "    static {\n        new C() {};\n    }\n");

    private RandomSource() {}

    /** A class with things in bodies that look like declarations, comments that look like code, and members of one name. */
    public static String java(Random random, int number) {
        StringBuilder text = new StringBuilder("/* class { " + number + " */\npackage p;\n\n@A({\"{\", \"x\"})\n");
        text.append("class C<T extends Number>").append(random.nextBoolean() ? " {\n" : "\n{\n");
        for (int i = 0; i < 6; i++) {
            text.append(MEMBERS.get(random.nextInt(MEMBERS.size()))
                    .replace("#", String.valueOf(random.nextInt(3)))
                    .replace("%", String.valueOf(random.nextInt(2))));
        }
        return text.append("}\n").toString();
    }

    public static String python(Random random, int number) {
        StringBuilder text = new StringBuilder("# " + number + "\n");
        for (int i = 0; i < 4; i++) {
            int value = random.nextInt(4);
            text.append(
                    random.nextBoolean()
                            ? "def f" + random.nextInt(3) + "(a):\n    return " + value + "\n\n"
                            : "class K" + i + ":\n    x = " + value + "\n\n    def m(self):\n        return " + value
                                    + "\n\n");
        }
        return text.toString();
    }
}
