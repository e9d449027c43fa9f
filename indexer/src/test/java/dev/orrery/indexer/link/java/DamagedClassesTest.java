package dev.orrery.indexer.link.java;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import dev.orrery.indexer.library.ClassPath;
import dev.orrery.indexer.library.CompiledJar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A jar is whatever somebody put into it: no class file ends the linking, whatever it says. */
class DamagedClassesTest {
    private static final String NAME = "p/A$Inner";
    private static final int ROUNDS = 20;
    private static final int CLASSES = 100;

    @TempDir
    Path folder;

    @Test
    void whateverIsAskedOfADamagedClassIsAnswered() throws IOException {
        long seed = Long.getLong("orrery.test.seed", new Random().nextLong());
        Random random = new Random(seed);
        byte[] whole = compiled();
        for (int round = 0; round < ROUNDS; round++) {
            Path jar = folder.resolve(round + ".jar");
            try (OutputStream file = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (int i = 0; i < CLASSES; i++) {
                    zip.putNextEntry(new ZipEntry("p/A$Inner" + i + ".class"));
                    zip.write(damaged(whole, random));
                }
            }
            JarTypes types = new JarTypes(JdkTypes.ofRunning(), new ClassPath(List.of(jar)), name -> null);
            for (int i = 0; i < CLASSES; i++) {
                JavaClass symbol = types.reference("p/A$Inner" + i);
                assertDoesNotThrow(() -> askAll(symbol), "-Dorrery.test.seed=" + seed + ", round " + round);
            }
        }
    }

    private byte[] compiled() throws IOException {
        ClassPath path = new ClassPath(List.of(CompiledJar.of(folder.resolve("whole.jar"), Map.of("p/A.java", """
                package p;
                import java.util.*;
                public class A<T extends Comparable<T>> {
                    public abstract class Inner<K, V extends List<? super K>> extends AbstractMap<K, V> implements Iterable<T> {
                        public Map<String, ? extends T[]> field;
                        public long[][] plain;
                        protected Inner(T first, K... others) {}
                        public <X extends Number & Runnable> X method(Map.Entry<K, V> entry, X[] more, int count) { return null; }
                        protected abstract T other();
                    }
                }
                """))));
        byte[] bytes = path.read(NAME);
        path.rest();
        return bytes;
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    (byte) (random.nextBoolean() ? random.nextInt(64) : random.nextInt(256));
        }
        return random.nextInt(8) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static void askAll(JavaClass symbol) {
        Reads reads = new Reads();
        symbol.isInterface();
        symbol.isKnown();
        symbol.outer();
        symbol.superclass(reads);
        symbol.interfaces(reads);
        symbol.typeParameters(reads).forEach(variable -> variable.bounds(reads));
        symbol.field(reads, "field");
        symbol.field(reads, "plain");
        for (List<JavaMethod> methods :
                List.of(symbol.methods(reads), symbol.constructors(reads), symbol.methods(reads, "method"))) {
            for (JavaMethod method : methods) {
                method.typeParameters().forEach(variable -> variable.bounds(reads));
                method.returnType(reads);
                method.modifiers();
                method.parametersText();
            }
        }
    }
}
