package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.link.java.LiveTypes;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this process is to an index: its owner, or attached to the owner. */
sealed interface Role extends AutoCloseable permits OwnerRole, AttachedRole {
    CodeGraph graph();

    /** @throws IOException where the owner that this process was attached to has ended */
    IndexReport refresh(Progress progress, Cancellation cancellation) throws OrreryException, IOException;

    /** Follows the files. Calling it twice does nothing. */
    void watch() throws OrreryException, IOException;

    /** Brings search by meaning up to date with the graph. Same failures as {@link #refresh}. */
    MeaningReport refreshMeaning(Progress progress, Cancellation cancellation) throws OrreryException, IOException;

    /** Takes over the unsaved buffers as they are, soon. Never blocks. */
    void layOver();

    MeaningFinder meaning();

    TextScanner text();

    SymbolFinder symbols();

    /** Types of Java that is being written; null until {@link #warmTypes}, or a change of files, made them ready. Never blocks. */
    @Nullable
    LiveTypes types();

    /** Makes {@link #types} ready. */
    void warmTypes(Cancellation cancellation) throws IOException;

    List<UserMessage> problems();

    @Override
    void close();
}
