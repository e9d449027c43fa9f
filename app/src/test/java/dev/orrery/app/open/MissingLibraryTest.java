package dev.orrery.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class MissingLibraryTest {
    @Test
    void whatTheLoaderSaidIsFoundHoweverDeep() {
        UnsatisfiedLinkError loader = new UnsatisfiedLinkError("libpango.so: not there\nmore");
        assertEquals("libpango.so: not there", OpenCommand.missingLibrary(new RuntimeException("glass", loader)));
        Error again = new NoClassDefFoundError("Could not initialize class Glass");
        again.initCause(new ExceptionInInitializerError("Exception java.lang.UnsatisfiedLinkError: no glass"));
        assertEquals("Exception java.lang.UnsatisfiedLinkError: no glass", OpenCommand.missingLibrary(again));
    }

    @Test
    void otherFailuresAreNotTakenForOne() {
        assertNull(OpenCommand.missingLibrary(new UnsupportedOperationException("List.of")));
        assertNull(OpenCommand.missingLibrary(new NoSuchMethodError("a wrong build")));
    }
}
