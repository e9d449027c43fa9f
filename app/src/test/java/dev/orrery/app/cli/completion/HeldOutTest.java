package dev.orrery.app.cli.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    @Test
    void knowsTestsByTheirNames() {
        Map<String, String> tested = Map.of(
                "a/CartTest.java", "cart",
                "a/CartTests.kt", "cart",
                "a/CartIT.java", "cart",
                "a/CartSpec.scala", "cart",
                "a/TestCart.java", "cart",
                "tests/test_cart.py", "cart",
                "a/cart_test.go", "cart",
                "a/cart.spec.ts", "cart",
                "a/cart.service.test.tsx", "cart.service");
        tested.forEach((path, subject) -> assertTrue(TestNames.subjects(path).contains(subject), path));
        assertFalse(TestNames.subjects("a/Cart.java").contains("cart"));
        assertEquals("cart.service", TestNames.name("src/Cart.service.ts"));
    }

    @Test
    void testsAndCopiesOfAFileAreLeftOutWithIt() {
        Map<String, String> hashes = new HashMap<>(Map.of(
                "src/A.java",
                "1",
                "test/ATest.java",
                "2",
                "vendor/copy/A.java",
                "1",
                "src/B.java",
                "3",
                "notes/ATest.txt",
                "4"));
        for (long seed = 0; seed < 20; seed++) {
            HeldOut drawn =
                    HeldOut.draw(new TreeSet<>(Set.of("src/A.java", "src/B.java", "test/ATest.java")), hashes, seed);
            assertEquals(1, drawn.files().size());
            switch (drawn.files().getFirst()) {
                case "src/A.java" ->
                    assertEquals(
                            Set.of("src/A.java", "test/ATest.java", "vendor/copy/A.java"),
                            drawn.leftOut().keySet());
                case "src/B.java" ->
                    assertEquals(Set.of("src/B.java"), drawn.leftOut().keySet());
                default ->
                    assertEquals(Set.of("test/ATest.java"), drawn.leftOut().keySet());
            }
            assertEquals(
                    drawn,
                    HeldOut.draw(new TreeSet<>(Set.of("src/A.java", "src/B.java", "test/ATest.java")), hashes, seed));
        }
    }
}
