package dev.orrery.models.pool;

import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last ten results of each model, on disk. A damaged file is moved aside and costs the history and nothing else. Safe from any
 * thread; of two processes that add at the same moment one may lose.
 */
public final class BenchHistory {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRBENCH", 1);
    private static final int LARGEST = 1 << 20;
    private static final int KEPT = 10;
    private static final int MOST = 2000;

    private final AtomicFile file;
    private @Nullable List<BenchResult> known;

    /** @param file where it is kept; need not exist */
    public BenchHistory(Path file) {
        this.file = new AtomicFile(file, FORMAT);
    }

    /** Results of a model, oldest first. */
    public synchronized List<BenchResult> of(String model) throws IOException {
        List<BenchResult> all = known;
        if (all == null) {
            all = read();
            known = all;
        }
        return all.stream().filter(result -> result.model().equals(model)).toList();
    }

    /** The newest speed of a model; empty where none was measured or it cannot be read. */
    public Optional<Speed> speed(String model) {
        try {
            List<BenchResult> results = of(model);
            return results.isEmpty()
                    ? Optional.empty()
                    : Optional.of(results.getLast().speed());
        } catch (IOException unreadable) {
            System.getLogger(BenchHistory.class.getName())
                    .log(System.Logger.Level.WARNING, file.path().toString(), unreadable);
            return Optional.empty();
        }
    }

    public synchronized void add(BenchResult result) throws IOException {
        List<BenchResult> all = new ArrayList<>(read());
        all.add(result);
        long own =
                all.stream().filter(old -> old.model().equals(result.model())).count();
        for (int at = 0; own > KEPT; at++) {
            if (all.get(at).model().equals(result.model())) {
                all.remove(at--);
                own--;
            }
        }
        Folders.createPrivate(
                Objects.requireNonNull(file.path().toAbsolutePath().getParent()));
        List<BenchResult> kept = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
        file.write(encoded(kept));
        known = kept;
    }

    private List<BenchResult> read() throws IOException {
        StoredContent content = file.read(LARGEST);
        if (content instanceof StoredContent.Intact(byte[] bytes)) {
            try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
                return decoded(in);
            } catch (IOException lying) {
                file.setAside();
                return List.of();
            }
        }
        if (!(content instanceof StoredContent.Absent)) {
            file.setAside();
        }
        return List.of();
    }

    private static byte[] encoded(List<BenchResult> all) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(all.size());
        for (BenchResult result : all) {
            out.writeUTF(result.model());
            out.writeLong(result.at().toEpochMilli());
            out.writeDouble(result.firstTokenMillis());
            out.writeDouble(result.promptTokensPerSecond());
            out.writeDouble(result.tokensPerSecond());
            out.writeDouble(result.lineP95Millis());
            out.writeInt(result.answers());
        }
        return bytes.toByteArray();
    }

    private static List<BenchResult> decoded(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("no history");
        }
        List<BenchResult> all = new ArrayList<>();
        for (int result = 0; result < count; result++) {
            all.add(new BenchResult(
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readDouble(),
                    in.readInt()));
        }
        return all;
    }
}
