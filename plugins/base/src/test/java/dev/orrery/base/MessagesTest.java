package dev.orrery.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void aKeyWithoutMessageShowsAsItself() {
        assertEquals("base.it's.missing", Messages.of(Locale.ENGLISH).text("base.it's.missing"));
        assertEquals("nobundle", Messages.of(Locale.ENGLISH).text("nobundle", 3));
    }

    @Test
    void thePseudoLocaleAccentsLettersButNotArguments() {
        assertEquals("⟦Ţŵö {0,number} ţĥîñĝš⟧", PseudoLocale.accent("Two {0,number} things"));
    }
}
