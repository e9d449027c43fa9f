package dev.orrery.indexer.library;

import dev.orrery.api.UserMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads class files out of jars. The first jar that has a class counts. A jar that is damaged, or became so, has no classes
 * and is one of the {@link #problems}. Safe from any thread.
 */
public final class ClassPath {
    /** Of no jars. */
    public static final ClassPath EMPTY = new ClassPath(List.of());

    private static final int MOST_CLASS_BYTES = 4 << 20;
    private static final int MOST_ENTRIES = 200_000;

    private final List<Path> jars;
    private final @Nullable ZipFile[] open;
    private final Map<Path, UserMessage> problems = Collections.synchronizedMap(new TreeMap<>());
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();
    private final Map<String, List<String>> listed = new ConcurrentHashMap<>();
    private volatile @Nullable Map<String, int[]> packages;

    /** Nothing is opened before a class is asked for. */
    public ClassPath(List<Path> jars) {
        this.jars = List.copyOf(jars);
        this.open = new @Nullable ZipFile[jars.size()];
    }

    public boolean isEmpty() {
        return jars.isEmpty();
    }

    /** What could not be read so far, in the order of the jars' paths. */
    public List<UserMessage> problems() {
        synchronized (problems) {
            return List.copyOf(problems.values());
        }
    }

    /** Whether there are classes in the package of that name ({@code java.util}). */
    public boolean hasPackage(String name) {
        return !jars.isEmpty() && packages().containsKey(name);
    }

    /** The packages that have classes. */
    public Collection<String> packageNames() {
        return jars.isEmpty() ? List.of() : packages().keySet();
    }

    /** The names of the classes of a package without the package, those in classes ({@code Map$Entry}) among them. */
    public Collection<String> classes(String packageName) {
        return jars.isEmpty() ? List.of() : listed.computeIfAbsent(packageName, this::list);
    }

    private synchronized List<String> list(String packageName) {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        Set<String> names = new TreeSet<>();
        for (int jar : packages().getOrDefault(packageName, new int[0])) {
            try {
                ZipFile file = open(jar);
                for (ZipEntry entry : file == null ? List.<ZipEntry>of() : Collections.list(file.entries())) {
                    String name = entry.getName();
                    if (name.startsWith(folder) && name.endsWith(".class") && name.indexOf('/', folder.length()) < 0) {
                        names.add(name.substring(folder.length(), name.length() - ".class".length()));
                    }
                }
            } catch (IOException | RuntimeException damaged) {
                damaged(jar, damaged);
            }
        }
        return List.copyOf(names);
    }

    /** Whether there is a class of that internal name ({@code java/util/Map$Entry}). */
    public boolean has(String internalName) {
        return !jars.isEmpty()
                && known.computeIfAbsent(internalName, name -> withEntry(name, (jar, entry) -> new byte[0]) != null);
    }

    /** The class file of that internal name; null where there is none that can be read. */
    public byte @Nullable [] read(String internalName) {
        return withEntry(internalName, ClassPath::bytes);
    }

    /** Closes the jars until they are needed again. */
    public synchronized void rest() {
        for (int i = 0; i < open.length; i++) {
            close(i);
        }
    }

    private interface Use {
        byte[] of(ZipFile jar, ZipEntry entry) throws IOException;
    }

    private synchronized byte @Nullable [] withEntry(String internalName, Use use) {
        int slash = internalName.lastIndexOf('/');
        String name = slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
        for (int jar : packages().getOrDefault(name, new int[0])) {
            try {
                ZipFile file = open(jar);
                ZipEntry entry = file == null ? null : file.getEntry(internalName + ".class");
                if (file != null && entry != null) {
                    return use.of(file, entry);
                }
            } catch (IOException | RuntimeException damaged) {
                damaged(jar, damaged);
            }
        }
        return null;
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_CLASS_BYTES + 1);
            if (bytes.length > MOST_CLASS_BYTES) {
                throw new IOException(entry.getName() + ": more than " + MOST_CLASS_BYTES + " bytes");
            }
            return bytes;
        }
    }

    private Map<String, int[]> packages() {
        Map<String, int[]> found = packages;
        return found == null ? list() : found;
    }

    private synchronized Map<String, int[]> list() {
        Map<String, int[]> found = packages;
        if (found == null) {
            found = new HashMap<>();
            for (int jar = 0; jar < open.length; jar++) {
                for (String name : packagesOf(jar)) {
                    found.merge(name, new int[] {jar}, ClassPath::joined);
                }
            }
            packages = found;
        }
        return found;
    }

    private static int[] joined(int[] jars, int[] more) {
        int[] all = Arrays.copyOf(jars, jars.length + more.length);
        System.arraycopy(more, 0, all, jars.length, more.length);
        return all;
    }

    private Iterable<String> packagesOf(int jar) {
        Map<String, String> names = new HashMap<>();
        try {
            ZipFile file = open(jar);
            if (file == null) {
                return List.of();
            }
            if (file.size() > MOST_ENTRIES) {
                throw new IOException(file.size() + " entries");
            }
            @Nullable String last = null;
            for (ZipEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                int slash = Math.max(0, name.lastIndexOf('/'));
                boolean same = last != null && slash == last.length() && name.startsWith(last);
                if (!same && name.endsWith(".class") && !name.startsWith("META-INF/")) {
                    last = name.substring(0, slash);
                    names.computeIfAbsent(last, key -> key.replace('/', '.'));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            damaged(jar, damaged);
        }
        return new ArrayList<>(names.values());
    }

    private @Nullable ZipFile open(int jar) throws IOException {
        ZipFile file = open[jar];
        if (file == null && !problems.containsKey(jars.get(jar))) {
            ZipDirectory.check(jars.get(jar));
            file = new ZipFile(jars.get(jar).toFile());
            open[jar] = file;
        }
        return file;
    }

    private void damaged(int jar, Exception why) {
        Path path = jars.get(jar);
        problems.put(path, UserMessage.of("indexer.library.jar", path, String.valueOf(why.getMessage())));
        close(jar);
    }

    private void close(int jar) {
        ZipFile file = open[jar];
        open[jar] = null;
        if (file != null) {
            try {
                file.close();
            } catch (IOException unimportant) {
                problems.putIfAbsent(
                        jars.get(jar),
                        UserMessage.of("indexer.library.jar", jars.get(jar), String.valueOf(unimportant.getMessage())));
            }
        }
    }
}
