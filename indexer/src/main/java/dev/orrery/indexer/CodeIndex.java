package dev.orrery.indexer;

import dev.orrery.api.Cancellation;
import dev.orrery.api.CodeGraph;
import dev.orrery.api.ContextSource;
import dev.orrery.api.Document;
import dev.orrery.api.FileOutline;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.MeaningFinder;
import dev.orrery.api.OrreryException;
import dev.orrery.api.ProposalCheck;
import dev.orrery.api.Registration;
import dev.orrery.api.ScopeAt;
import dev.orrery.api.SymbolFinder;
import dev.orrery.api.SyntaxProbe;
import dev.orrery.api.TextScanner;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Progress;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.SymbolHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * An opened repository that is kept indexed. One process owns the index of a repository at a time; further ones attach
 * to it and read what it publishes. All methods are safe from any thread; those with a {@link Cancellation} block.
 */
public interface CodeIndex extends AutoCloseable {
    /** The repository's root, canonical. */
    Path root();

    /** The newest published graph, with unsaved buffers in place of their files; empty before the first {@link #refresh}. Never blocks. */
    CodeGraph snapshot();

    /**
     * Brings the index up to date with the files on disk, building it where it is absent. Afterwards {@link #snapshot},
     * {@link #text} and {@link #symbols} show at least the state in which the files were when the call began.
     *
     * @throws OrreryException where nothing can be indexed; single files that cannot are {@link #problems}
     * @throws java.util.concurrent.CancellationException where it was cancelled; what was done is kept
     */
    IndexReport refresh(Progress progress, Cancellation cancellation) throws OrreryException;

    /** Follows the files from now on: every change leads to a new snapshot and a delta. Calling it twice does nothing. */
    void watch() throws OrreryException;

    /** Calls {@code listener} after every newly published snapshot, one at a time, on a thread of the index. */
    Registration onChange(Consumer<GraphDelta> listener);

    /** Runs {@code listener} after {@link #problems} changed without a new snapshot, on a thread of the index. */
    Registration onProblems(Runnable listener);

    /**
     * Brings search by meaning up to date with the newest graph, learning from the repository where nothing is known yet.
     * Searches go on meanwhile with what was known.
     *
     * @throws java.util.concurrent.CancellationException where it was cancelled; what was known before stays
     */
    MeaningReport refreshMeaning(Progress progress, Cancellation cancellation) throws OrreryException;

    /** Search by meaning, as up to date as the last {@link #refreshMeaning}; changes of files follow some seconds behind. */
    MeaningFinder meaning();

    TextScanner text();

    SymbolFinder symbols();

    FileOutline outline();

    SyntaxProbe syntax();

    /** What matters at a caret. */
    ContextSource context();

    /**
     * What can be named at a caret. The first question for Java makes types ready in the background and is answered from the
     * document and the JDK alone, never completely; {@link ScopeAt#warm} waits for them.
     */
    ScopeAt scope();

    /**
     * Lets an unsaved text count in place of its file's until it is discarded, whatever happens to the file: in {@link #snapshot}
     * and {@link #symbols}, {@link #text}, {@link #meaning} as far as it reads texts, and {@link #context}. To be called after each
     * pause in typing: it returns at once, and what was typed meanwhile is taken in together, which {@link #onChange} tells. A path
     * that the ignore rules leave out stays out; ignore rules and build files themselves count as they are on disk.
     *
     * <p>Nothing of it is stored: what lies on disk, what a later opening shows and what other processes see are the files. A process
     * that is attached to another one's index finds its buffers by text search and shows them in context, while its graph, symbols
     * and meanings stay those of the files.
     *
     * @param buffer the newest text of the buffer; its path need not exist on disk
     * @throws IllegalArgumentException where the path is not one of a file below the root, as the graph writes it
     */
    void edit(Document buffer);

    /**
     * Lets the file count again, because its buffer was saved or closed. The file is looked at first, so that nothing older than what
     * was just saved is shown. Returns at once; a path without a buffer changes nothing.
     */
    void discard(String path);

    /** Says what is wrong with proposed code: of Java by its types once these are ready, of other languages by their syntax. */
    ProposalCheck check();

    /** A file's text as it is on disk whatever buffers there are, decoded as it was indexed. */
    String read(String path) throws OrreryException;

    /**
     * What git knows about the files, as of the commit that is checked out; empty without git. The first call takes as long as
     * the repository is old, later ones only what is new.
     */
    FileHistory history(Progress progress, Cancellation cancellation) throws OrreryException;

    /**
     * How the symbols changed over up to two hundred commits, as of the commit that is checked out; empty where there are fewer
     * than two. The first call takes seconds of one core in the background, later ones what is new; what was found before it
     * was cancelled is kept.
     */
    SymbolHistory symbolHistory(Progress progress, Cancellation cancellation) throws OrreryException;

    /** What could not be indexed and why, newest state; one message a file or folder. */
    List<UserMessage> problems();

    /** Ends watching and gives up the index, so that another process can own it. */
    @Override
    void close();
}
