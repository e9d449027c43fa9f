package dev.orrery.indexer.scope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Names of this module's own sources, which a compiler accepted. */
class CompiledSourceTest {
    private static final int CARETS = 200;
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String FOLDER = "dev/orrery/indexer/link/java";

    private record Use(String path, int start, String name) {}

    @Test
    @Tag("slow")
    void everyNameThatTheCompilerAcceptsIsOfferedWhereNoOtherCanBeRight() throws Exception {
        long seed = Long.getLong("orrery.test.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Map<String, String> sources = new TreeMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES.resolve("dev/orrery/indexer/link"))) {
            files = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        for (Path file : files) {
            sources.put(SOURCES.relativize(file).toString(), Files.readString(file));
        }
        List<Use> uses = new ArrayList<>(uses(files.stream()
                .filter(path -> path.startsWith(SOURCES.resolve(FOLDER)))
                .toList()));
        Collections.shuffle(uses, new Random(seed));
        List<String> missed = new ArrayList<>();
        int found = 0;
        int complete = 0;
        try (ScopeFinder finder = ScopeCarets.finder(sources)) {
            for (Use use : uses.subList(0, CARETS)) {
                String text = sources.get(use.path());
                String without = text.substring(0, use.start())
                        + text.substring(use.start() + use.name().length());
                Scope scope = finder.at(new Document(use.path(), 1, without), use.start(), Cancellation.NEVER);
                boolean offered = ScopeCarets.names(scope).contains(use.name());
                found += offered ? 1 : 0;
                complete += scope.isComplete() ? 1 : 0;
                if (scope.isComplete() && !offered) {
                    missed.add(use + " " + scope.place());
                }
            }
        }
        assertEquals(List.of(), missed);
        assertTrue(found > 0.85 * CARETS, found + " of " + CARETS);
        assertTrue(complete > 0.3 * CARETS, complete + " of " + CARETS);
    }

    private static List<Use> uses(List<Path> files) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Use> uses = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                String path = SOURCES.relativize(Path.of(unit.getSourceFile().getName()))
                        .toString();
                String text = unit.getSourceFile().getCharContent(true).toString();
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitIdentifier(IdentifierTree node, Void nothing) {
                        add(node, node.getName().toString());
                        return super.visitIdentifier(node, nothing);
                    }

                    @Override
                    public Void visitMemberSelect(MemberSelectTree node, Void nothing) {
                        add(node, node.getIdentifier().toString());
                        return super.visitMemberSelect(node, nothing);
                    }

                    @Override
                    public Void visitMemberReference(MemberReferenceTree node, Void nothing) {
                        add(node, node.getName().toString());
                        return super.visitMemberReference(node, nothing);
                    }

                    private void add(Tree node, String name) {
                        int start = (int) trees.getSourcePositions().getEndPosition(unit, node) - name.length();
                        boolean written = start >= 0 && text.startsWith(name, start);
                        if (written
                                && !List.of("this", "super", "class", "length", "var")
                                        .contains(name)) {
                            uses.add(new Use(path, start, name));
                        }
                    }
                }.scan(unit, null);
            }
        }
        return uses;
    }
}
