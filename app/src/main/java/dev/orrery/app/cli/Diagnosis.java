package dev.orrery.app.cli;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.indexer.parse.NativeCore;
import dev.orrery.models.Models;
import dev.orrery.models.engine.EngineStatus;
import dev.orrery.models.store.InstalledModel;
import dev.orrery.models.store.ModelPlaces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What doctor found.
 *
 * @param renderer what draws the map
 * @param natives which parser runs
 * @param models that are on this disk
 * @param missing what would work better with something that is not there, and how to get it
 */
record Diagnosis(
        String javaVersion,
        String javaVendor,
        String javaHome,
        RendererProbe.Finding renderer,
        NativeCore natives,
        List<EngineStatus> engines,
        List<InstalledModel> models,
        Disk disk,
        List<UserMessage> missing) {

    /**
     * Where the index would be written.
     *
     * @param freeBytes 0 where the disk is full or nothing can be told
     */
    record Disk(Path cache, boolean writable, long freeBytes) {}

    private static final long LITTLE_SPACE = 500_000_000;

    static Diagnosis of(CliContext context) {
        NativeCore natives = NativeCore.current();
        Disk disk = disk(context.folders().cache());
        List<UserMessage> missing = missing(natives, disk);
        RendererProbe.Finding renderer = context.renderer().find();
        try (Models models = Models.open(context.folders(), List.of(), System.getenv(), missing::add)) {
            return of(context, models, natives, disk, renderer, missing);
        }
    }

    private static Diagnosis of(
            CliContext context,
            Models models,
            NativeCore natives,
            Disk disk,
            RendererProbe.Finding renderer,
            List<UserMessage> missing) {
        return new Diagnosis(
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"),
                renderer,
                natives,
                models.engines().statuses(),
                installed(context, models, missing),
                disk,
                missing);
    }

    /** Looks only: a store that is not there is not made. */
    private static List<InstalledModel> installed(CliContext context, Models models, List<UserMessage> missing) {
        try {
            return Files.isDirectory(ModelPlaces.of(context.folders()).store())
                    ? models.store().models()
                    : List.of();
        } catch (OrreryException unreadable) {
            missing.add(unreadable.userMessage());
            return List.of();
        }
    }

    private static Disk disk(Path cache) {
        Path existing = cache.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        // Not by the file store: it needs a mount table, which a changed root may lack.
        return new Disk(
                cache,
                Files.isDirectory(existing) && Files.isWritable(existing),
                existing.toFile().getUsableSpace());
    }

    private static List<UserMessage> missing(NativeCore natives, Disk disk) {
        List<UserMessage> missing = new ArrayList<>();
        switch (natives.kind()) {
            case COMPILED -> {}
            case PREBUILT -> missing.add(UserMessage.of("app.cli.doctor.missing.compiler"));
            case ABSENT -> missing.add(UserMessage.of("app.cli.doctor.missing.parser"));
        }
        if (!disk.writable()) {
            missing.add(UserMessage.of("app.cli.doctor.missing.cache", disk.cache()));
        } else if (disk.freeBytes() < LITTLE_SPACE) {
            missing.add(UserMessage.of("app.cli.doctor.missing.space", disk.cache()));
        }
        return missing;
    }
}
