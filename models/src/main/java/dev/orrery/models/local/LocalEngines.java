package dev.orrery.models.local;

import dev.orrery.base.AppFolders;
import dev.orrery.models.engine.Engine;
import dev.orrery.models.engine.djl.DjlEngine;
import dev.orrery.models.engine.gguf.GgufEngine;
import java.nio.file.Path;
import java.util.List;

/** The engines that run models' files on this machine. */
public final class LocalEngines {
    private LocalEngines() {}

    /** A new one of each, to be closed by who asked; native libraries are unpacked below the cache when they are first needed. */
    public static List<Engine> of(AppFolders folders) {
        Path natives = folders.cache().resolve("native");
        return List.of(new DjlEngine(natives), new GgufEngine(natives));
    }
}
