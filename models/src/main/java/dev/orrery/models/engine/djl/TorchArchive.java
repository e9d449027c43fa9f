package dev.orrery.models.engine.djl;

import dev.orrery.api.UserMessage;
import dev.orrery.models.engine.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Whether a file is what {@code torch.jit.save} writes, told without libtorch and without running or unpickling anything. */
final class TorchArchive {
    private static final int MOST_ENTRIES = 1 << 14;
    private static final long MOST_CODE = 4L << 20;
    private static final long MOST_PICKLE = 64L << 20;
    private static final Pattern EXPECTED = Pattern.compile(
            "data\\.pkl|constants\\.pkl|version|byteorder|\\.format_version|\\.storage_alignment|\\.data/serialization_id"
                    + "|(?:data|constants)/[0-9]+|code/[A-Za-z0-9_./]+\\.py(?:\\.debug_pkl)?");
    private static final Pattern OPENS_FILES = Pattern.compile("\\bfrom_file\\b");

    private TorchArchive() {}

    /** @throws EngineException {@link EngineException.Kind#BAD_MODEL}, with what is wrong */
    static void check(Path file) throws EngineException {
        String name = String.valueOf(file.getFileName());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bad("models.djl.archive", name, zip.size());
            }
            String top = null;
            Set<String> seen = new HashSet<>();
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                int slash = entry.getName().indexOf('/');
                if (top == null && slash > 0) {
                    top = entry.getName().substring(0, slash + 1);
                }
                String inside = top == null || !entry.getName().startsWith(top)
                        ? ""
                        : entry.getName().substring(top.length());
                if (inside.contains("..") || !EXPECTED.matcher(inside).matches() || !seen.add(inside)) {
                    throw bad("models.djl.archive", name, shown(entry.getName()));
                }
                checkSize(name, entry, inside);
                if (inside.endsWith(".py")) {
                    checkCode(name, zip, entry);
                }
            }
            if (!seen.contains("data.pkl")) {
                throw bad("models.djl.noarchive", name);
            }
            if (!seen.contains("constants.pkl") || seen.stream().noneMatch(each -> each.endsWith(".py"))) {
                throw bad("models.djl.checkpoint", name);
            }
        } catch (ZipException none) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL, UserMessage.of("models.djl.noarchive", name), none);
        } catch (IOException unreadable) {
            throw new EngineException(
                    EngineException.Kind.BAD_MODEL,
                    UserMessage.of(
                            "models.engine.unreadable", file.toString(), String.valueOf(unreadable.getMessage())),
                    unreadable);
        }
    }

    /** Tensors are stored as they are; what may be packed is small. */
    private static void checkSize(String name, ZipEntry entry, String inside) throws EngineException {
        boolean tensor = inside.startsWith("data/") || inside.startsWith("constants/");
        if (tensor
                ? entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()
                : entry.getSize() < 0 || entry.getSize() > (inside.endsWith(".py") ? MOST_CODE : MOST_PICKLE)) {
            throw bad("models.djl.archive", name, shown(entry.getName()));
        }
    }

    private static void checkCode(String name, ZipFile zip, ZipEntry entry) throws IOException, EngineException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] code = in.readNBytes((int) MOST_CODE + 1);
            if (code.length > MOST_CODE) {
                throw bad("models.djl.archive", name, shown(entry.getName()));
            }
            if (OPENS_FILES.matcher(new String(code, StandardCharsets.UTF_8)).find()) {
                throw bad("models.djl.opensfiles", name);
            }
        }
    }

    private static String shown(String entry) {
        String printable = entry.replaceAll("[^\\x20-\\x7e]", "?");
        return printable.length() <= 80 ? printable : printable.substring(0, 80) + "…";
    }

    private static EngineException bad(String key, Object... arguments) {
        return new EngineException(EngineException.Kind.BAD_MODEL, UserMessage.of(key, arguments));
    }
}
