package dev.orrery.indexer.link.structural;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of members that objects of a language's own library have, from the resource named after the family. */
final class CommonMembers {
    private static final class Known {
        static final Map<Family, Set<String>> BY_FAMILY = new EnumMap<>(Family.class);

        static {
            for (Family family : Family.values()) {
                BY_FAMILY.put(family, read(family));
            }
        }
    }

    private CommonMembers() {}

    static Set<String> of(Family family) {
        return Known.BY_FAMILY.getOrDefault(family, Set.of());
    }

    private static Set<String> read(Family family) {
        String name = "common-" + family.name().toLowerCase(Locale.ROOT) + ".txt";
        try (InputStream in = CommonMembers.class.getResourceAsStream(name)) {
            return in == null
                    ? Set.of()
                    : Set.of(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .split("\\s+"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
