package dev.orrery.indexer.history;

import dev.orrery.indexer.history.SamplePlan.Step;
import dev.orrery.indexer.parse.FileFacts;
import dev.orrery.indexer.parse.FlatParser;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.ParseOutcome;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.Skeleton;
import dev.orrery.indexer.parse.SourceLanguage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the versions of one path after the other. What a version shares with the one before is not parsed again: often only
 * bodies and comments differ. One owner at a time.
 */
final class TrackReader implements AutoCloseable {
    private final ObjectReader objects;
    private final Parsing parsing;
    private final DeclarationRows rows;
    private String lastPath = "";
    private ObjectId lastBlob = ObjectId.zeroId();
    private DeclaredFile last = DeclaredFile.EMPTY;
    private @Nullable SourceLanguage parsedLanguage;
    private byte[] parsedText = {};
    private @Nullable FileFacts parsed;

    TrackReader(ObjectReader objects, Parsing parsing, DeclarationRows rows) {
        this.objects = objects;
        this.parsing = parsing;
        this.rows = rows;
    }

    /** Adds what a step shows of a path to its events. */
    void read(String path, Step step, TrackEvents events) throws IOException {
        DeclaredFile before = version(path, step.before());
        events.compare(step.sample(), before, version(path, step.after()));
    }

    private DeclaredFile version(String path, ObjectId blob) throws IOException {
        if (!blob.equals(lastBlob) || !path.equals(lastPath)) {
            last = blob.equals(ObjectId.zeroId()) ? DeclaredFile.EMPTY : declared(path, bytes(blob));
            lastBlob = blob;
            lastPath = path;
        }
        return last;
    }

    /** Nothing where the blob is missing, as in a partial clone, or larger than any file that is parsed. */
    private byte[] bytes(ObjectId blob) throws IOException {
        try {
            ObjectLoader loader = objects.open(blob, Constants.OBJ_BLOB);
            return loader.getSize() > FlatParser.MAX_BYTES ? new byte[0] : loader.getBytes();
        } catch (MissingObjectException partial) {
            return new byte[0];
        }
    }

    private DeclaredFile declared(String path, byte[] bytes) {
        Optional<SourceLanguage> language = Languages.standard().of(path, bytes);
        Optional<Skeleton> skeleton = language.flatMap(known -> parsing.skeleton(known, bytes));
        if (language.isEmpty() || skeleton.isEmpty()) {
            return DeclaredFile.EMPTY;
        }
        FileFacts facts = facts(language.get(), skeleton.get());
        return facts == null
                ? DeclaredFile.EMPTY
                : DeclaredFile.of(facts.declarations(), rows.of(facts), skeleton.get());
    }

    private @Nullable FileFacts facts(SourceLanguage language, Skeleton skeleton) {
        if (!language.equals(parsedLanguage) || !Arrays.equals(skeleton.text(), parsedText)) {
            parsed = parsing.declarations(language, skeleton) instanceof ParseOutcome.Parsed done ? done.facts() : null;
            parsedLanguage = language;
            parsedText = skeleton.text();
        }
        return parsed;
    }

    @Override
    public void close() {
        objects.close();
    }
}
