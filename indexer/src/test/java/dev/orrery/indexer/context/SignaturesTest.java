package dev.orrery.indexer.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SignaturesTest {
    private static String at(String text) {
        return Signatures.at(SourceLines.split(text), 1);
    }

    @Test
    void aSignatureEndsWhereTheBodyBegins() {
        assertEquals("int total(int n)", at("  int total(int n) { return n; }"));
        assertEquals("def total(self, n: int = 3):", at("    def total(self, n: int = 3):\n        return n"));
        assertEquals("func (c *Cart) Total(n int) int", at("func (c *Cart) Total(n int) int {"));
        assertEquals(
                "void go( int a, Map<String, int[]> b)", at("void go(\n    int a,\n    Map<String, int[]> b)\n{\n}"));
        assertEquals("const go = ({ a, b }) => a + b;", at("const go = ({ a, b }) => a + b;"));
        assertEquals(240, at("x".repeat(100_000)).length());
    }
}
