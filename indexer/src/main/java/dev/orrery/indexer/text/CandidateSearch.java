package dev.orrery.indexer.text;

import dev.orrery.indexer.text.regex.Requirement;
import dev.orrery.indexer.text.regex.WorkLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which documents of one segment may meet a requirement. Null stands for all documents. Confined to one thread. */
final class CandidateSearch {
    /** Reading a file from memory takes about as long as asking for the files of so many words. */
    private static final int WORDS_A_FILE = 8;

    private final SegmentWords words;
    private final LeafReader reader;
    private final WorkLimit limit;

    CandidateSearch(SegmentWords words, LeafReader reader, WorkLimit limit) {
        this.words = words;
        this.reader = reader;
        this.limit = limit;
    }

    @Nullable
    FixedBitSet documents(Requirement requirement) throws IOException {
        return documents(requirement, null);
    }

    /** @param among documents outside do not count, so that what costs more than it saves can be left out */
    private @Nullable FixedBitSet documents(Requirement requirement, @Nullable FixedBitSet among) throws IOException {
        return switch (requirement) {
            case Requirement.Anything anything -> among;
            case Requirement.Text text -> {
                List<WordSet> sets = new ArrayList<>();
                WordPiece.of(text).forEach(piece -> sets.add(words.holding(piece)));
                yield narrow(sets, among);
            }
            case Requirement.InWord word -> {
                boolean pays = among == null || among.cardinality() > WORDS_A_FILE;
                yield pays ? narrow(List.of(words.matching(word.pattern(), limit)), among) : among;
            }
            case Requirement.All all -> {
                FixedBitSet documents = among;
                for (Requirement part : all.parts()) {
                    documents = documents(part, documents);
                }
                yield documents;
            }
            case Requirement.Any any -> {
                FixedBitSet documents = new FixedBitSet(words.size());
                for (Requirement part : any.parts()) {
                    FixedBitSet more = documents(part, among == null ? null : among.clone());
                    if (more == null) {
                        yield null;
                    }
                    documents.or(more);
                }
                yield documents;
            }
        };
    }

    private @Nullable FixedBitSet narrow(List<WordSet> sets, @Nullable FixedBitSet among) throws IOException {
        FixedBitSet documents = among;
        List<WordSet> rareFirst = new ArrayList<>(sets);
        rareFirst.sort(Comparator.comparingInt(WordSet::size));
        for (WordSet set : rareFirst) {
            int left = documents == null ? words.size() : documents.cardinality();
            if (set.isCut() || set.size() > (long) left * WORDS_A_FILE) {
                continue;
            }
            FixedBitSet found = words.documents(set, reader);
            if (documents != null) {
                found.and(documents);
            }
            documents = found;
        }
        return documents;
    }
}
