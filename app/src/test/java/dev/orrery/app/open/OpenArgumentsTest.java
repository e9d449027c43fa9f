package dev.orrery.app.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.orrery.api.OrreryException;
import dev.orrery.app.session.Room;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapScene;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenArgumentsTest {
    private static String key(org.junit.jupiter.api.function.Executable call) {
        return assertThrows(OrreryException.class, call).userMessage().key();
    }

    @Test
    void namesAreThoseOfTheContract() throws OrreryException {
        assertEquals(Room.CODE, OpenArguments.room("code"));
        assertEquals(Room.EXPLORE, OpenArguments.room("city"));
        assertEquals(Optional.of(MapScene.CITY), OpenArguments.scene("city"));
        assertEquals(Optional.of(MapScene.GALAXY), OpenArguments.scene("explore"));
        assertEquals(Optional.empty(), OpenArguments.scene("code"));
        for (ColourBy colour : ColourBy.values()) {
            assertEquals(colour, OpenArguments.colour(colour.name().toLowerCase(Locale.ROOT)));
        }
        assertEquals("app.open.colour.unknown", key(() -> OpenArguments.colour("Churn")));
        assertEquals(Room.MODELS, OpenArguments.room("models"));
        assertEquals("app.open.view.unknown", key(() -> OpenArguments.room("cellar")));
    }

    @Test
    void sizesAreBounded() throws OrreryException {
        assertEquals(new OpenArguments.Size(2560, 1440), OpenArguments.size("2560x1440"));
        for (String wrong : new String[] {"99x99", "100000x100", "1280", "x", "-1x5", "1280x"}) {
            assertEquals("app.open.size.unknown", key(() -> OpenArguments.size(wrong)), wrong);
        }
    }
}
