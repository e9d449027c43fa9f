package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.models.catalog.Catalog;
import dev.orrery.models.catalog.Licence;
import dev.orrery.models.store.StoreNames;
import dev.orrery.models.store.WeightsProbe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out what would have to be fetched. Asks the hub; fetches no model. */
final class HubPlans {
    private static final Set<String> FREE =
            Set.of("apache-2.0", "mit", "bsd-2-clause", "bsd-3-clause", "isc", "unlicense", "cc0-1.0", "cc-by-4.0");
    private static final Pattern FIRST_PART = Pattern.compile("(.*)-00001-of-([0-9]{5})\\.gguf");
    private static final int NAMED = 6;

    private final HubClient hub;

    HubPlans(HubClient hub) {
        this.hub = hub;
    }

    /** A variant of the catalogue. */
    HubPlan of(Catalog.Offer offer, Cancellation cancellation) throws OrreryException {
        String repository = offer.variant().repository();
        HubRepository about = hub.repository(repository, "main", cancellation);
        List<HubFile> all = hub.files(repository, about.commit(), cancellation);
        List<HubFile> files = new ArrayList<>();
        for (String path : offer.variant().files()) {
            files.addAll(found(all, path, repository));
        }
        requireSum(offer, files);
        return new HubPlan(
                offer.variant().id(),
                offer.card().name(),
                repository,
                about.commit(),
                files,
                offer.card().licence(),
                about.access(),
                Optional.of(offer));
    }

    /** A file of a repository, or its only model where no file is named. */
    HubPlan of(String repository, String revision, List<String> paths, Cancellation cancellation)
            throws OrreryException {
        HubRepository about = hub.repository(repository, revision, cancellation);
        List<HubFile> all = hub.files(repository, about.commit(), cancellation);
        List<String> wanted = paths.isEmpty() ? List.of(onlyModel(all, repository)) : paths;
        List<HubFile> files = new ArrayList<>();
        for (String path : wanted) {
            WeightsProbe.refuseByName(path);
            files.addAll(found(all, path, repository));
        }
        String first = files.getFirst().path();
        String fileName = first.substring(first.lastIndexOf('/') + 1);
        return new HubPlan(
                StoreNames.idFrom(fileName),
                fileName,
                repository,
                about.commit(),
                files,
                licence(about),
                about.access(),
                Optional.empty());
    }

    /** Licences that restrict nothing need no consent; all others and unknown ones do. */
    private Licence licence(HubRepository about) {
        String id = about.licence().isEmpty() ? "unknown" : about.licence();
        boolean free = FREE.contains(id.toLowerCase(Locale.ROOT)) && about.access() == HubRepository.Access.OPEN;
        URI page = hub.settings().address().resolve("/" + about.id());
        return new Licence(id, page, free ? Licence.Consent.NOT_NEEDED : Licence.Consent.NEEDED);
    }

    private static void requireSum(Catalog.Offer offer, List<HubFile> files) throws OrreryException {
        Optional<String> known = offer.variant().sha256();
        if (known.isPresent() && !known.equals(files.getFirst().sha256())) {
            throw new OrreryException(UserMessage.of(
                    "models.hub.othersum",
                    files.getFirst().path(),
                    known.get(),
                    files.getFirst().sha256().orElse("-")));
        }
    }

    /** A file by its path, or all parts of one that the repository keeps in parts. */
    private static List<HubFile> found(List<HubFile> all, String path, String repository) throws OrreryException {
        List<HubFile> found =
                all.stream().filter(file -> file.path().equals(path)).toList();
        Matcher first = FIRST_PART.matcher(path);
        String stem = first.matches() ? first.group(1) : path.replaceFirst("\\.gguf$", "");
        if (first.matches() || found.isEmpty()) {
            Pattern part = Pattern.compile(Pattern.quote(stem) + "-[0-9]{5}-of-([0-9]{5})\\.gguf");
            List<HubFile> parts = all.stream()
                    .filter(file -> part.matcher(file.path()).matches())
                    .sorted((one, other) -> one.path().compareTo(other.path()))
                    .toList();
            found = parts.isEmpty() ? found : parts;
            if (!parts.isEmpty()) {
                Matcher last = part.matcher(parts.getLast().path());
                if (last.matches() && Integer.parseInt(last.group(1)) != parts.size()) {
                    throw new OrreryException(
                            UserMessage.of("models.hub.nopart", repository, stem, parts.size(), last.group(1)));
                }
            }
        }
        if (found.isEmpty()) {
            throw new OrreryException(UserMessage.of("models.hub.nofile", repository, path, models(all)));
        }
        return found;
    }

    private static String onlyModel(List<HubFile> all, String repository) throws OrreryException {
        List<HubFile> models = all.stream()
                .filter(file -> file.path().endsWith(".gguf")
                        && (!file.path().matches(".*-[0-9]{5}-of-[0-9]{5}\\.gguf")
                                || FIRST_PART.matcher(file.path()).matches()))
                .toList();
        if (models.size() != 1) {
            throw new OrreryException(UserMessage.of("models.hub.which", repository, models.size(), models(all)));
        }
        return models.getFirst().path();
    }

    /** The first few models of a repository, for a sentence. */
    private static String models(List<HubFile> all) {
        List<String> names = all.stream()
                .map(HubFile::path)
                .filter(path -> path.endsWith(".gguf"))
                .toList();
        String few = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        return names.isEmpty() ? "-" : names.size() > NAMED ? few + ", …" : few;
    }
}
