package dev.orrery.indexer.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.orrery.api.ProposalVerdict;
import dev.orrery.api.ProposalVerdict.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule of Java both ways: a statement that holds, and the same with one name changed. */
class JavaRulesTest {
    private static final String BASE = """
            package p;

            import java.util.List;

            public abstract class Base {
                protected final int size = 1;
                private int secret;
                protected static String shared = "";

                protected abstract int measure(String text);

                void take(int number) {}

                void take(String text, int number) {}

                static <T extends Comparable<T>> T best(List<T> all) {
                    return all.get(0);
                }
            }
            """;
    private static final String USER = """
            package p;

            import java.util.ArrayList;
            import java.util.List;
            import java.util.Map;
            import java.util.function.Function;

            public class User extends Base {
                private final List<String> names = new ArrayList<>();
                private int count;
                private boolean ready;
                private String[] parts = {};
                enum Mode { FAST, SLOW }

                @Override
                protected int measure(String text) {
                    return text.length();
                }

                int run(String text, int number, Mode mode, List<Integer> numbers, Map<String, User> others) {
                    final int fixed = 1;
                    int changing = 0;
                    changing++;
                    §§
                    return 0;
                }

                static int help(String text) {
                    /*static*/
                    return 0;
                }
            }
            """;

    private static Checked checked;

    @BeforeAll
    static void link() {
        checked = new Checked(Map.of("p/Base.java", BASE, "p/User.java", USER.replace("§§", "")));
    }

    @AfterAll
    static void close() {
        checked.close();
    }

    private static List<String> said(String code) {
        return Checked.keys(checked.at("p/User.java", USER, code));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    count = number;                     | missing = number;                    | name
                    String a = text.trim();             | String a = text.trimm();             | method
                    int a = others.get(text).count;     | int a = others.get(text).counts;     | member
                    int a = help(text);                 | int a = helper(text);                | method-here
                    User a = null;                      | Usher a = null;                      | name
                    Base a = this;                      | int a = Base;                        | type-as-value
                    take(number);                       | take(text);                          | arguments
                    take(text, number);                 | take(text, number, number);          | arity
                    int a = number;                     | int a = text;                        | type
                    int a = names.size();               | int a = names;                       | type
                    List<String> a = names;             | List<String> a = numbers;            | type
                    ready = number > 1;                 | ready = text > 1;                    | operator
                    ready = !ready;                     | ready = !text;                       | operator-one
                    if (ready) count++;                 | if (number) count++;                 | type
                    while (ready) count++;              | while (text) count++;                | type
                    for (String a : names) count++;     | for (String a : number) count++;     | iterable
                    for (String a : names) count++;     | for (String a : numbers) count++;    | type
                    String a = parts[number];           | String a = parts[text];              | type
                    String a = parts[number];           | String a = text[number];             | array
                    int a = (int) number;               | int a = (Integer) text;              | cast
                    ready = text instanceof String;     | ready = text instanceof User;        | cast
                    Base a = new User();                | Base a = new Base();                 | abstract
                    count = size;                       | size = count;                        | final
                    changing = fixed;                   | fixed = changing;                    | final
                    int a = number;                     | int text = number;                   | duplicate
                    int a = size;                       | int a = secret;                      | access
                    Runnable a = () -> help(text);      | Runnable a = () -> help(changing);   | arguments
                    Runnable a = () -> take(fixed);     | Runnable a = () -> take(changing);   | captured
                    int a = help(text);                 | int a = help(a);                     | unset
                    throw new RuntimeException(text);   | throw new Mode(text);                | abstract
                    if (ready) return number;           | if (ready) return text;              | type
                    if (ready) return number;           | if (ready) return;                   | return-nothing
                    a: for (;;) { break a; }            | a: for (;;) { break b; }             | label
                    switch (mode) { case FAST: break; } | switch (mode) { case TEXT: break; }  | member
                    List<Integer> a = numbers;          | List<int> a = numbers;               | type
                    Map<String, User> a = others;       | Map<String> a = others;              | type-arguments
                    Function<User, String> a = User::toString; | Function<User, String> a = User::text; | method
                    take(number);                       | number;                              | statement
                    take(number);                       | take(take(number));                  | arguments
                    String a = help(text) + shared;     | String a = take(number) + shared;    | operator
                    int a = text.length();              | int a = number.length();             | receiver
                    numbers.forEach(n -> take(n));      | numbers.forEach(n -> names.add(n));  | arguments
                    names.removeIf(n -> n.isEmpty());   | names.removeIf(n -> n.length());     | type
                    """)
    void oneWordDecides(String right, String wrong, String why) {
        assertEquals(List.of(), said(right), right);
        assertTrue(said(wrong).contains(why), () -> wrong + " " + said(wrong));
    }

    @Test
    void staticCodeHasNoObject() {
        String user = USER.replace("§§", "").replace("/*static*/", "§§");
        assertEquals(List.of(), Checked.keys(checked.at("p/User.java", user, "int a = text.length();")));
        assertEquals(List.of("static"), Checked.keys(checked.at("p/User.java", user, "int a = count;")));
        assertEquals(List.of("static"), Checked.keys(checked.at("p/User.java", user, "int a = measure(text);")));
        assertEquals(List.of("static"), Checked.keys(checked.at("p/User.java", user, "int a = User.measure(text);")));
    }

    @Test
    void membersMustHold() {
        String user = USER.replace("§§", "").replace("    enum Mode", "    §§\n    enum Mode");
        assertEquals(List.of(), Checked.keys(checked.at("p/User.java", user, "private int more = count;")));
        assertEquals(List.of("duplicate"), Checked.keys(checked.at("p/User.java", user, "private int count;")));
        assertEquals(
                List.of("override"),
                Checked.keys(checked.at("p/User.java", user, "@Override public int hash() { return 1; }")));
        assertEquals(
                List.of(),
                Checked.keys(checked.at("p/User.java", user, "@Override public int hashCode() { return 1; }")));
        assertEquals(
                List.of("weaker"),
                Checked.keys(checked.at("p/User.java", user, "@Override int hashCode() { return 1; }")));
        assertEquals(
                List.of("type"),
                Checked.keys(checked.at("p/User.java", user, "public String hashCode() { return null; }")));
    }

    @Test
    void aTypeThatIsKnownIsImported() {
        ProposalVerdict verdict = checked.at("p/User.java", USER, "Object a = new LinkedHashMap<String, String>();");
        assertEquals(List.of(), Checked.keys(verdict));
        assertEquals(List.of("java.util.LinkedHashMap"), verdict.imports());
    }

    @Test
    void packagesThatNobodyKnowsAreFlagged() {
        String top = USER.replace("§§", "").replace("import java.util.Map;", "import java.util.Map;\n§§");
        assertEquals(List.of(), Checked.keys(checked.at("p/User.java", top, "import java.util.Set;")));
        assertEquals(List.of("type-name"), Checked.keys(checked.at("p/User.java", top, "import java.util.Sett;")));
        ProposalVerdict unknown = checked.at("p/User.java", top, "import com.nobody.knows.Thing;");
        assertEquals(
                List.of(Kind.PACKAGE),
                unknown.problems().stream().map(ProposalVerdict.Problem::kind).toList());
    }

    @Test
    void whatIsDeclaredMustBeWhatIsUsed() {
        String text = "package p; class C { int f() {\n§§\nreturn total; } }";
        assertEquals(List.of(), Checked.keys(checked.at("p/C.java", text, "int total = 1;")));
        assertEquals(List.of("unfulfilled"), Checked.keys(checked.at("p/C.java", text, "int sum = 1;")));
        String used = "package p; class C { int f() {\n§§\nreturn total.length(); } }";
        assertEquals(List.of("receiver"), Checked.keys(checked.at("p/C.java", used, "int total = 1;")));
    }

    @Test
    void whatWasWrongBeforeDoesNotCount() {
        String text = "package p; class C { int f(int a) {\n§§\nreturn gone + missing; } }";
        assertEquals(List.of(), Checked.keys(checked.at("p/C.java", text, "a++;")));
    }

    @Test
    void aProblemStandsInTheProposedText() {
        ProposalVerdict verdict = checked.at("p/User.java", USER, "String é = text.trimm();");
        ProposalVerdict.Problem problem = verdict.problems().getFirst();
        assertEquals("trimm", "String é = text.trimm();".substring(problem.start(), problem.end()));
    }

    @Test
    void whatIsNotKnownIsLetThrough() {
        String text = """
                package p;
                import org.elsewhere.Client;
                class C extends Client {
                    void f(Client client) {
                        §§
                    }
                }
                """;
        for (String code : List.of(
                "client.anything(1, this);",
                "int a = client.size;",
                "inherited(client);",
                "String a = client.get();",
                "a = 1;")) {
            assertEquals(List.of(), Checked.keys(checked.at("p/C.java", text, code)), code);
        }
    }
}
