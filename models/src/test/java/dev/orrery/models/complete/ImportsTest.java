package dev.orrery.models.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportsTest {
    private static String with(String path, String text, String... names) {
        String result = text;
        for (TextEdit edit :
                Imports.edits(new Document(path, 0, text), List.of(names)).reversed()) {
            result = edit.applyTo(result);
        }
        return result;
    }

    @Test
    void aNameGoesBetweenItsNeighbours() {
        assertEquals(
                "package a;\n\nimport a.B;\nimport a.C;\nimport b.D;\n\nclass X {}\n",
                with("X.java", "package a;\n\nimport a.B;\nimport b.D;\n\nclass X {}\n", "a.C"));
        assertEquals("import a.A;\nimport a.B;\nclass X {}\n", with("X.java", "import a.B;\nclass X {}\n", "a.A"));
    }

    @Test
    void severalKeepTheirOrder() {
        assertEquals(
                "package a;\n\nimport a.B;\nimport a.C;\nimport a.D;\n",
                with("X.java", "package a;\n\nimport a.B;\n", "a.D", "a.C"));
    }

    @Test
    void theFirstOneStandsBelowThePackage() {
        assertEquals("package a;\n\nimport b.C;\n\nclass X {}\n", with("X.java", "package a;\n\nclass X {}\n", "b.C"));
        assertEquals("import b.C;\n\nclass X {}\n", with("X.java", "class X {}\n", "b.C"));
        assertEquals("package a\r\n\r\nimport b.C\r\nclass X", with("X.kt", "package a\r\nclass X", "b.C"));
    }

    @Test
    void whatIsThereIsNotImportedAgain() {
        assertEquals("import a.B;\n", with("X.java", "import a.B;\n", "a.B"));
        assertEquals("import a.*;\n", with("X.java", "import a.*;\n", "a.B"));
        assertEquals("import a.*;\nimport a.b.C;\n", with("X.java", "import a.*;\n", "a.b.C"));
        assertEquals(
                "import static a.B.c;\n\nimport a.B;\n".length(),
                with("X.java", "import static a.B.c;\n", "a.B").length());
    }
}
