import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes jars that Java can start quickly from: an AOT cache takes no class of a signed jar and none in the format of Java 5 and
 * before, and both cost a tenth of a second at each start. Copies such jars into a folder without their signatures, which Maven's
 * checksums have already answered for, and with stack maps; prints the class path with the copies in place of the originals.
 *
 * <pre>java StartJars.java FOLDER CLASSPATH</pre>
 */
final class StartJars {
    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_7_VERSION;

    private StartJars() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> path = new ArrayList<>();
        for (String jar : arguments[1].split(java.io.File.pathSeparator)) {
            path.add(jar.endsWith(".jar") && isSlow(Path.of(jar)) ? copy(Path.of(jar), folder).toString() : jar);
        }
        System.out.print(String.join(java.io.File.pathSeparator, path));
    }

    private static boolean isSlow(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (isSignature(entry.getName())
                        || isClass(entry.getName()) && version(file.getInputStream(entry).readNBytes(8)) < ClassFile.JAVA_6_VERSION) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isSignature(String name) {
        return name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class");
    }

    private static int version(byte[] head) {
        return head.length < 8 ? Integer.MAX_VALUE : (head[6] & 255) << 8 | head[7] & 255;
    }

    private static Path copy(Path jar, Path folder) throws IOException {
        Path copy = folder.resolve(jar.getFileName().toString());
        try (JarFile file = new JarFile(jar.toFile(), false);
                OutputStream bytes = Files.newOutputStream(copy);
                ZipOutputStream out = new ZipOutputStream(bytes);
                URLClassLoader beside = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            ClassHierarchyResolver resolver =
                    ClassHierarchyResolver.ofResourceParsing(beside).orElse(ClassHierarchyResolver.defaultResolver());
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (!isSignature(entry.getName())) {
                    byte[] content = file.getInputStream(entry).readAllBytes();
                    ZipEntry kept = new ZipEntry(entry.getName());
                    kept.setTime(entry.getTime());
                    out.putNextEntry(kept);
                    out.write(isClass(entry.getName()) ? withStackMaps(content, resolver) : content);
                    out.closeEntry();
                }
            }
        }
        return copy;
    }

    /** The same class in the format of Java 7; as it was where it is as new, or cannot be told so. */
    private static byte[] withStackMaps(byte[] old, ClassHierarchyResolver resolver) {
        if (version(old) >= ClassFile.JAVA_6_VERSION) {
            return old;
        }
        ClassFile files = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS, ClassFile.ClassHierarchyResolverOption.of(resolver));
        ClassTransform newer = (builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(FIRST_WITH_STACK_MAPS, 0);
            } else {
                builder.with(element);
            }
        };
        try {
            return files.transformClass(
                    files.parse(old),
                    newer.andThen(ClassTransform.transformingMethodBodies((code, element) -> code.with(element))));
        } catch (IllegalArgumentException subroutines) {
            return old;
        }
    }
}
