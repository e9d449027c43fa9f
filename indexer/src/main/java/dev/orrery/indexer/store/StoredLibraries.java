package dev.orrery.indexer.store;

import dev.orrery.api.UserMessage;
import dev.orrery.indexer.library.Evidence;
import dev.orrery.indexer.library.Evidence.Stamp;
import dev.orrery.indexer.library.Libraries;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The form of {@link Libraries} on disk. */
final class StoredLibraries {
    private StoredLibraries() {}

    static byte[] encode(Libraries libraries) {
        ColumnWriter out = new ColumnWriter();
        out.texts(libraries.jars().stream().map(Path::toString).toArray(String[]::new));
        out.texts(libraries.missing().toArray(String[]::new));
        out.number(libraries.problems().size());
        for (UserMessage problem : libraries.problems()) {
            out.text(problem.key());
            out.texts(problem.arguments().stream().map(Object::toString).toArray(String[]::new));
        }
        Libraries.Origin origin = libraries.origin();
        out.texts(origin.buildFiles().toArray(String[]::new));
        out.text(origin.setting());
        out.number(origin.evidence().seen().size());
        origin.evidence().seen().forEach((path, stamp) -> {
            out.text(path.toString());
            out.number(stamp.size());
            out.number(stamp.modified());
        });
        return out.toDeflated();
    }

    static Libraries decode(byte[] bytes) throws DamagedException {
        ColumnReader in = ColumnReader.inflated(bytes);
        try {
            List<Path> jars = new ArrayList<>();
            for (String jar : in.texts()) {
                jars.add(Path.of(jar));
            }
            List<String> missing = List.of(in.texts());
            List<UserMessage> problems = new ArrayList<>();
            for (int left = in.count(); left > 0; left--) {
                problems.add(new UserMessage(in.text(), List.of((Object[]) in.texts())));
            }
            List<String> buildFiles = List.of(in.texts());
            String setting = in.text();
            TreeMap<Path, Stamp> seen = new TreeMap<>();
            for (int left = in.count(); left > 0; left--) {
                seen.put(Path.of(in.text()), new Stamp(in.number(), in.number()));
            }
            return new Libraries(
                    List.copyOf(jars),
                    missing,
                    List.copyOf(problems),
                    new Libraries.Origin(buildFiles, setting, new Evidence(seen)));
        } catch (InvalidPathException damaged) {
            throw new DamagedException("path");
        }
    }
}
