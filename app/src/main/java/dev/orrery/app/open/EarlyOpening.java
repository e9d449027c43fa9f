package dev.orrery.app.open;

import dev.orrery.api.OrreryException;
import dev.orrery.app.session.Workbench;
import dev.orrery.indexer.CodeIndex;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Opens the index of the folder that the command line names while the toolkit still starts. Safe from any thread. */
public final class EarlyOpening implements Workbench.Opener {
    private final Workbench.Opener opener;
    private final AtomicReference<@Nullable Early> early = new AtomicReference<>();

    public EarlyOpening(Workbench.Opener opener) {
        this.opener = opener;
    }

    private record Early(Path folder, FutureTask<CodeIndex> index) {}

    /** Begins to open a folder that will be asked for. */
    public void begin(Path folder) {
        FutureTask<CodeIndex> index = new FutureTask<>(() -> opener.open(folder));
        early.set(new Early(folder, index));
        Thread.ofVirtual().name("open-early").start(index);
    }

    /** Hands over what was begun, once; everything else is opened now. */
    @Override
    public CodeIndex open(Path folder) throws OrreryException {
        Early begun = early.get();
        if (begun == null || !begun.folder.equals(folder) || !early.compareAndSet(begun, null)) {
            return opener.open(folder);
        }
        try {
            return begun.index.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case OrreryException expected -> throw expected;
                case RuntimeException unexpected -> throw unexpected;
                case Error broken -> throw broken;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
