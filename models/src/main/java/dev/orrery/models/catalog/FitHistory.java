package dev.orrery.models.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.orrery.base.AtomicFile;
import dev.orrery.base.Folders;
import dev.orrery.base.StoredContent;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What loaded models really took beside what was predicted, kept on disk, and the correction that follows: for each engine and
 * quantisation the median of the last fifteen ratios, one of them always 1, so that a single odd measurement moves it half way and
 * one among many not at all. A lost or damaged file costs the experience and nothing else. Safe from any thread.
 */
public final class FitHistory {
    private static final AtomicFile.Format FORMAT = new AtomicFile.Format("ORRERFIT", 1);
    private static final int LARGEST = 1_000_000;
    private static final int KEPT = 500;
    private static final int COUNTED = 14;
    private static final double LEAST = 0.5;
    private static final double MOST = 3;
    private static final JsonFactory JSON = new JsonFactory();

    private final AtomicFile file;
    private List<Observation> observations;

    /** @param file where it is kept; need not exist */
    public FitHistory(Path file) {
        this.file = new AtomicFile(file, FORMAT);
        this.observations = stored();
    }

    /**
     * One load.
     *
     * @param model its id
     * @param predictedBytes by the {@link Footprint}, before correction
     * @param measuredBytes after it was loaded
     * @param at when
     */
    public record Observation(
            String model, String engine, String quantisation, long predictedBytes, long measuredBytes, Instant at) {}

    /** Oldest first. */
    public synchronized List<Observation> observations() {
        return observations;
    }

    /** Measured by predicted, as expected from experience; 1 without any. */
    public synchronized double correction(String engine, String quantisation) {
        List<Observation> like = observations.stream()
                .filter(seen ->
                        seen.engine().equals(engine) && seen.quantisation().equals(quantisation))
                .toList();
        double[] ratios = DoubleStream.concat(
                        DoubleStream.of(1),
                        like.subList(Math.max(0, like.size() - COUNTED), like.size()).stream()
                                .mapToDouble(seen ->
                                        Math.clamp((double) seen.measuredBytes() / seen.predictedBytes(), LEAST, MOST)))
                .sorted()
                .toArray();
        return (ratios[(ratios.length - 1) / 2] + ratios[ratios.length / 2]) / 2;
    }

    /**
     * Learns from a load. Two processes that learn at the same moment may lose one observation.
     *
     * @throws IOException where it could not be kept; it counts all the same until this process ends
     */
    public synchronized void add(Observation observation) throws IOException {
        if (observation.predictedBytes() <= 0 || observation.measuredBytes() <= 0) {
            return;
        }
        List<Observation> known = stored();
        List<Observation> all = Stream.concat((known.isEmpty() ? observations : known).stream(), Stream.of(observation))
                .toList();
        observations = List.copyOf(all.subList(Math.max(0, all.size() - KEPT), all.size()));
        Folders.createPrivate(
                Objects.requireNonNull(file.path().toAbsolutePath().getParent()));
        file.write(json(observations));
    }

    private List<Observation> stored() {
        try {
            return switch (file.read(LARGEST)) {
                case StoredContent.Intact(byte[] bytes) -> parsed(bytes);
                case StoredContent.Absent absent -> List.of();
                case StoredContent.OtherVersion other -> aside();
                case StoredContent.Damaged damaged -> aside();
            };
        } catch (IOException unreadable) {
            log("cannot be read", unreadable);
            return List.of();
        }
    }

    private List<Observation> aside() throws IOException {
        log("damaged and set aside", null);
        file.setAside();
        return List.of();
    }

    private void log(String what, @Nullable Exception why) {
        System.getLogger(FitHistory.class.getName())
                .log(System.Logger.Level.WARNING, "measured memory of models, " + file.path() + ": " + what, why);
    }

    private List<Observation> parsed(byte[] bytes) throws IOException {
        try {
            List<Observation> read = new ArrayList<>();
            for (JsonFields fields : JsonFields.parseArray(bytes, KEPT)) {
                read.add(new Observation(
                        fields.text("model", 200),
                        fields.text("engine", 200),
                        fields.text("quantisation", 200),
                        fields.number("predicted", 1, Long.MAX_VALUE),
                        fields.number("measured", 1, Long.MAX_VALUE),
                        Instant.ofEpochMilli(fields.number("at", 0, Long.MAX_VALUE))));
            }
            return List.copyOf(read);
        } catch (JsonFault wrong) {
            return aside();
        }
    }

    private static byte[] json(List<Observation> all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            for (Observation seen : all) {
                json.writeStartObject();
                json.writeStringField("model", seen.model());
                json.writeStringField("engine", seen.engine());
                json.writeStringField("quantisation", seen.quantisation());
                json.writeNumberField("predicted", seen.predictedBytes());
                json.writeNumberField("measured", seen.measuredBytes());
                json.writeNumberField("at", seen.at().toEpochMilli());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return out.toByteArray();
    }
}
