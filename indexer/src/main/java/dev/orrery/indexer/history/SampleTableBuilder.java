package dev.orrery.indexer.history;

import dev.orrery.api.OrreryException;
import dev.orrery.indexer.history.DeclarationRows.Row;
import dev.orrery.indexer.parse.FactsCodec;
import dev.orrery.indexer.parse.Languages;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.store.SampleTable;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lays events out as columns; declarations and names are numbered by first use. One thread at a time. */
final class SampleTableBuilder {
    private final DeclarationRows rows;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> nameNumbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final IntStream.Builder parents = IntStream.builder();
    private final ByteArrayOutputStream kinds = new ByteArrayOutputStream();
    private final IntStream.Builder declared = IntStream.builder();
    private final IntStream.Builder parameters = IntStream.builder();
    private final IntStream.Builder ordinals = IntStream.builder();
    private final IntStream.Builder paths = IntStream.builder();
    private final IntStream.Builder settled = IntStream.builder();
    private final IntStream.Builder firstEvent = IntStream.builder().add(0);
    private final IntStream.Builder samples = IntStream.builder();
    private final IntStream.Builder declarations = IntStream.builder();
    private final ByteArrayOutputStream changes = new ByteArrayOutputStream();
    private final IntStream.Builder moves = IntStream.builder();
    private final List<String> pathNames = new ArrayList<>();
    private int events;

    SampleTableBuilder(DeclarationRows rows) {
        this.rows = rows;
    }

    void path(String path, int samplesSettled, TrackEvents track) {
        paths.add(name(path));
        pathNames.add(path);
        settled.add(samplesSettled);
        for (int event = 0; event < track.size(); event++) {
            samples.add(track.sample(event));
            declarations.add(number(track.row(event)));
            changes.write(track.change(event).ordinal());
        }
        events += track.size();
        firstEvent.add(events);
    }

    void move(int sample, int from, int to) {
        moves.add(sample).add(from).add(to);
    }

    private int number(int row) {
        Integer known = numbers.get(row);
        if (known != null) {
            return known;
        }
        Row its = rows.row(row);
        int parent = its.parent() < 0 ? ~name(rows.name(~its.parent())) : number(its.parent());
        parents.add(parent);
        kinds.write(its.kind().ordinal());
        declared.add(name(rows.name(its.name())));
        parameters.add(its.parameters() < 0 ? -1 : name(rows.name(its.parameters())));
        ordinals.add(its.ordinal());
        numbers.put(row, numbers.size());
        return numbers.size() - 1;
    }

    private int name(String name) {
        Integer known = nameNumbers.putIfAbsent(name, names.size());
        if (known != null) {
            return known;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** A number that changes when what the extractors of these files find may have changed. */
    static int extraction(Collection<String> paths) {
        Set<SourceLanguage> languages = paths.stream()
                .flatMap(path -> Languages.standard().forPath(path).stream())
                .collect(Collectors.toSet());
        int sum = FactsCodec.VERSION;
        for (SourceLanguage language : languages) {
            try {
                sum += Objects.hash(
                        language.language().id(), language.extractor().version());
            } catch (OrreryException absent) {
                sum += language.language().id().hashCode();
            }
        }
        return sum;
    }

    SampleTable build(byte[] ids, int[] seconds, int complete) {
        return new SampleTable(
                extraction(pathNames),
                ids,
                seconds,
                List.copyOf(names),
                parents.build().toArray(),
                kinds.toByteArray(),
                declared.build().toArray(),
                parameters.build().toArray(),
                ordinals.build().toArray(),
                paths.build().toArray(),
                settled.build().toArray(),
                complete,
                firstEvent.build().toArray(),
                samples.build().toArray(),
                declarations.build().toArray(),
                changes.toByteArray(),
                moves.build().toArray());
    }
}
