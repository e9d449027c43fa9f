package dev.orrery.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What git says differs, as declarations, in a repository made for the test. */
class ChangedDeclarationsTest {
    private static final String CART = """
            package shop;
            class Cart {
              private int count = helper(0);

              int total(int n) {
                return helper(n);
              }

              int helper(int n) {
                return n;
              }

              void gone() {
              }
            }
            """;

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void commit() throws Exception {
        sandbox = new Sandbox(folder);
        sandbox.write("src/Cart.java", CART);
        sandbox.write("src/Old.java", "class Old { void old() {} }\n");
        try (Git git = Git.init().setDirectory(sandbox.root.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("first")
                    .setSign(false)
                    .setAuthor("a", "a@b")
                    .setCommitter("a", "a@b")
                    .call();
        }
    }

    private String since(String revision) throws Exception {
        try (CodeIndex index = sandbox.open()) {
            Sandbox.refresh(index);
            var graph = index.snapshot();
            ChangedDeclarations declarations = ChangedDeclarations.since(index, graph, revision, Cancellation.NEVER);
            return declarations.changed().stream().map(graph::qualifiedName).toList()
                    + " -"
                    + declarations.removed().stream()
                            .map(SymbolKey::qualifiedName)
                            .toList();
        }
    }

    @Test
    void whatIsAsItWasIsNotChanged() throws Exception {
        assertEquals("[] -[]", since("HEAD"));
        sandbox.write("src/Cart.java", CART.replace("\n", "\r\n"));
        assertEquals("[] -[]", since("HEAD"), "line ends alone");
    }

    @Test
    void aLineBelongsToTheInnermostDeclaration() throws Exception {
        sandbox.write("src/Cart.java", CART.replace("return n;", "return n + 1;"));
        assertEquals("[shop.Cart.helper(int)] -[]", since("HEAD"));
        sandbox.write("src/Cart.java", CART.replace("    return helper(n);\n", ""));
        assertEquals("[shop.Cart.total(int)] -[]", since("HEAD"), "only a line less");
        sandbox.write("src/Cart.java", CART.replace("class Cart", "final class Cart"));
        assertEquals("[shop.Cart, shop.Cart.Cart()] -[]", since("HEAD"), "the head of a type");
        sandbox.write("src/Cart.java", CART.replace("class Cart {\n", "class Cart {\n  // note\n\n"));
        assertEquals("[] -[]", since("HEAD"), "between the members");
        sandbox.write("src/Cart.java", CART.replace("helper(0)", "helper(1)"));
        assertEquals("[shop.Cart.count, shop.Cart.Cart] -[]", since("HEAD"), "a field and its initialiser");
    }

    @Test
    void declarationsComeAndGoAlsoInFilesThatDo() throws Exception {
        sandbox.write("src/Cart.java", CART.replace("  void gone() {\n  }\n", "  void came() {\n  }\n"));
        assertEquals("[shop.Cart.came()] -[shop.Cart.gone]", since("HEAD"));
        Files.delete(sandbox.root.resolve("src/Old.java"));
        sandbox.write("new/New.java", "class New { void now() {} }\n");
        assertEquals(
                "[New, New.now(), New.New(), shop.Cart.came()] -[shop.Cart.gone, Old, Old.old, Old.Old]",
                since("master"));
    }

    @Test
    void aFolderInsideTheRepositoryIsComparedAlone() throws Exception {
        sandbox.write("src/Cart.java", CART.replace("return n;", "return n + 1;"));
        Files.delete(sandbox.root.resolve("src/Old.java"));
        Path lower = Files.createDirectories(sandbox.root.resolve("lower"));
        Files.writeString(lower.resolve("Low.java"), "class Low {}\n");
        try (CodeIndex index = CodeIndexes.open(lower, sandbox.folders)) {
            Sandbox.refresh(index);
            ChangedDeclarations declarations =
                    ChangedDeclarations.since(index, index.snapshot(), "HEAD", Cancellation.NEVER);
            assertEquals(List.of(), declarations.removed());
            assertEquals(2, declarations.changed().size(), "Low and its constructor");
        }
    }

    @Test
    void anUnknownRevisionIsSaid() {
        for (String wrong : List.of("nosuch", "", "HEAD~9", "^{", "@{u}")) {
            OrreryException said = assertThrows(OrreryException.class, () -> since(wrong), wrong);
            assertEquals("indexer.history.norevision", said.userMessage().key(), wrong);
        }
    }
}
