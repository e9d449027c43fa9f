package dev.orrery.app.cli.completion;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.OrreryException;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.scan.GitEnvironment;
import dev.orrery.indexer.scan.IgnoreRules;
import dev.orrery.indexer.scan.RepositoryScanner;
import dev.orrery.indexer.scan.ScannedFile;
import dev.orrery.indexer.scan.TextDecoder;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** The files of a repository, as they are indexed. */
final class SourceFiles {
    /** Bytes of a file beyond which nobody asks how it goes on. */
    static final int LARGEST = 1_000_000;

    private final Path root;

    /** @param root canonical */
    SourceFiles(Path root) {
        this.root = root;
    }

    /** All files that ignore rules keep, sorted by path. */
    List<ScannedFile> all(Cancellation cancellation) throws OrreryException {
        return new RepositoryScanner(IgnoreRules.of(root, GitEnvironment.current()))
                .scan(cancellation)
                .files();
    }

    /** A file's bytes; empty where it is gone, a link or cannot be read. */
    Optional<byte[]> read(ScannedFile file) {
        try (FileChannel channel = FileChannel.open(
                        root.resolve(file.path()), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                var in = Channels.newInputStream(channel)) {
            return Optional.of(in.readNBytes((int) Math.min(file.size(), Integer.MAX_VALUE - 16)));
        } catch (IOException gone) {
            System.getLogger(SourceFiles.class.getName()).log(System.Logger.Level.DEBUG, "a file is left out", gone);
            return Optional.empty();
        }
    }

    /** The text of a file whose code can be asked for; empty where it is binary, large or in no language that is known. */
    static Optional<Document> code(String path, byte[] content) {
        boolean isCode = content.length <= LARGEST
                && Languages.standard().forPath(path).isPresent()
                && !TextDecoder.isBinary(content);
        return isCode
                ? Optional.of(new Document(path, 0, TextDecoder.decode(content).text()))
                : Optional.empty();
    }
}
