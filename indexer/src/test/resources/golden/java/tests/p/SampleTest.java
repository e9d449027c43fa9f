package p;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SampleTest {
    private Sample sample;

    @BeforeEach
    void create() {
        sample = new Sample();
    }

    @Test
    void answers() {
        assertEquals(42, sample.answer());
    }
}
