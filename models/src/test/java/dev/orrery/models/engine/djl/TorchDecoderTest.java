package dev.orrery.models.engine.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TorchDecoderTest {
    private static final Path MODEL =
            Path.of("src/test/resources/dev/orrery/models/tiny-code").toAbsolutePath();

    @Test
    void knowsMoreThanChanceOfCodeThatItHasNotSeen() throws Exception {
        int[] tokens = sample();
        try (TorchDecoder decoder = decoder()) {
            double loss = 0;
            for (int i = 0; i + 1 < tokens.length; i++) {
                loss += surprise(decoder.read(new int[] {tokens[i]}), tokens[i + 1]);
            }
            double mean = loss / (tokens.length - 1);
            assertTrue(mean < Math.log(1024) - 1.5, "mean surprise " + mean);
        }
    }

    /** Not to the bit: int8 rounds by what is read together. */
    @Test
    void whatIsReadInPartsOrReadOnFromTheCacheIsAsReadAtOnce() throws Exception {
        int[] tokens = sample();
        try (TorchDecoder whole = decoder();
                TorchDecoder parts = decoder()) {
            float[] expected = whole.read(tokens);
            parts.read(Arrays.copyOf(tokens, 40));
            parts.read(new int[] {1, 2, 3});
            assertEquals(40, parts.rewind(tokens));
            float[] actual = parts.read(Arrays.copyOfRange(tokens, 40, tokens.length));
            assertTrue(likeness(expected, actual) > 0.98, "likeness " + likeness(expected, actual));
            assertEquals(tokens.length, parts.kept());
            assertEquals(tokens.length - 1, parts.rewind(tokens));
            float[] again = parts.read(new int[] {tokens[tokens.length - 1]});
            assertTrue(likeness(expected, again) > 0.98, "likeness " + likeness(expected, again));
            assertEquals(0, parts.rewind(new int[] {tokens[0] + 1, 5}));
            assertEquals(0, parts.kept());
        }
    }

    private static TorchDecoder decoder() throws Exception {
        return new TorchDecoder(
                new PyTorch(Path.of("target/natives").toAbsolutePath()).engine(),
                Device.cpu(),
                TorchDescription.read(MODEL));
    }

    private static int[] sample() throws Exception {
        JsonNode sample =
                new ObjectMapper().readTree(MODEL.resolve("sample.json").toFile());
        return StreamSupport.stream(sample.path("tokens").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .limit(160)
                .toArray();
    }

    private static double surprise(float[] logits, int token) {
        double highest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - highest);
        }
        return Math.log(sum) + highest - logits[token];
    }

    private static double likeness(float[] left, float[] right) {
        double both = 0;
        double ofLeft = 0;
        double ofRight = 0;
        for (int i = 0; i < left.length; i++) {
            both += left[i] * right[i];
            ofLeft += left[i] * left[i];
            ofRight += right[i] * right[i];
        }
        return both / Math.sqrt(ofLeft * ofRight);
    }
}
