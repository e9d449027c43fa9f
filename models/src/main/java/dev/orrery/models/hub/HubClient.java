package dev.orrery.models.hub;

import dev.orrery.api.Cancellation;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.base.Proxies;
import dev.orrery.models.json.JsonFault;
import dev.orrery.models.json.JsonFields;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A hub's interface for programs, as Hugging Face's hub has it: search, what a repository is, which files it has. Safe from any thread.
 */
public final class HubClient implements AutoCloseable {
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final int MOST_FILES = 20_000;
    private static final int MOST_PAGES = 50;
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,95}/[A-Za-z0-9][A-Za-z0-9._-]{0,95}");
    private static final Pattern REVISION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,4000})>; *rel=\"next\"");

    private final HubSettings settings;
    private final HubHttp http;
    private final Pause pause;
    private final RandomGenerator random;

    /**
     * @param environment of the process, for the names of proxies
     * @param random for the length of pauses
     */
    public HubClient(HubSettings settings, Map<String, String> environment, Pause pause, RandomGenerator random) {
        this(settings, new HubHttp(settings, Proxies.of(environment), SILENCE), pause, random);
    }

    HubClient(HubSettings settings, HubHttp http, Pause pause, RandomGenerator random) {
        this.settings = settings;
        this.http = http;
        this.pause = pause;
        this.random = random;
    }

    public HubSettings settings() {
        return settings;
    }

    /** Repositories with GGUF files that match words, most downloaded first. Sends the words to the hub. */
    public List<HubRepository> search(String words, int most, Cancellation cancellation) throws OrreryException {
        String query = "search=" + encoded(words) + "&filter=gguf&sort=downloads&direction=-1&limit=" + most;
        Page page = page(settings.address().resolve("/api/models?" + query), cancellation);
        return parsed(() -> {
            List<HubRepository> found = new ArrayList<>();
            for (JsonFields fields : JsonFields.parseArray(page.body(), Math.max(most, 1000))) {
                if (found.size() < most) {
                    found.add(repository(fields, ""));
                }
            }
            return List.copyOf(found);
        });
    }

    /** What a repository is, at a branch, tag or commit. */
    public HubRepository repository(String id, String revision, Cancellation cancellation) throws OrreryException {
        Page page = page(api(id, "revision", revision), cancellation);
        return parsed(() -> {
            JsonFields fields = JsonFields.parse(page.body());
            return repository(fields, fields.text("sha", SHA1));
        });
    }

    /** All files of a repository at a commit. */
    public List<HubFile> files(String id, String commit, Cancellation cancellation) throws OrreryException {
        List<HubFile> files = new ArrayList<>();
        URI address = URI.create(api(id, "tree", commit) + "?recursive=true");
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page page = page(address, cancellation);
            files.addAll(parsed(() -> files(page.body())));
            if (files.size() > MOST_FILES) {
                break;
            }
            if (page.next().isEmpty()) {
                return List.copyOf(files);
            }
            address = page.next().get();
        }
        throw new OrreryException(UserMessage.of("models.hub.toomany", id, MOST_FILES));
    }

    /** Where a file's content is had. */
    URI content(String id, String commit, String path) throws OrreryException {
        requireNames(id, commit);
        StringBuilder encoded = new StringBuilder();
        for (String segment : path.split("/", -1)) {
            encoded.append('/').append(encoded(segment));
        }
        return settings.address().resolve("/" + id + "/resolve/" + commit + encoded);
    }

    /** A download of files from this hub. */
    FileDownload download(int connections) {
        return new FileDownload(http, pause, random, connections);
    }

    private URI api(String id, String what, String revision) throws OrreryException {
        requireNames(id, revision);
        return settings.address().resolve("/api/models/" + id + "/" + what + "/" + revision);
    }

    private static void requireNames(String id, String revision) throws OrreryException {
        if (!REPOSITORY.matcher(id).matches()
                || !REVISION.matcher(revision).matches()
                || id.contains("..")
                || revision.contains("..")) {
            throw new OrreryException(UserMessage.of("models.hub.badname", id, revision));
        }
    }

    private static HubRepository repository(JsonFields fields, String commit) throws JsonFault {
        String licence = fields.texts("tags", 10_000, 2000).stream()
                .filter(tag -> tag.startsWith("license:"))
                .map(tag -> tag.substring("license:".length()))
                .findFirst()
                .orElse("");
        boolean gated = fields.has("gated") && !isFalse(fields);
        long downloads = fields.optionalNumber("downloads", 0, Long.MAX_VALUE).orElse(0);
        return new HubRepository(
                fields.text("id", REPOSITORY),
                commit,
                licence,
                gated ? HubRepository.Access.GATED : HubRepository.Access.OPEN,
                downloads);
    }

    /** {@code gated} is false, or a text that says how. */
    private static boolean isFalse(JsonFields fields) {
        try {
            return !fields.flag("gated");
        } catch (JsonFault text) {
            return false;
        }
    }

    private static List<HubFile> files(byte[] body) throws JsonFault {
        List<HubFile> files = new ArrayList<>();
        for (JsonFields fields : JsonFields.parseArray(body, MOST_FILES)) {
            if (!fields.text("type", 50).equals("file")) {
                continue;
            }
            Optional<JsonFields> large = fields.optionalObject("lfs");
            Optional<String> sha256 =
                    large.isPresent() ? Optional.of(large.get().text("oid", SHA256)) : Optional.empty();
            long size = fields.number("size", 0, 1L << 50);
            if (large.isPresent() && large.get().number("size", 0, 1L << 50) != size) {
                throw fields.fault("size", "not that of its large file");
            }
            files.add(new HubFile(fields.text("path", 1000), size, sha256, fields.text("oid", SHA1)));
        }
        return files;
    }

    private record Page(byte[] body, Optional<URI> next) {}

    private Page page(URI address, Cancellation cancellation) throws OrreryException {
        Retry retry = new Retry(pause, random, settings.address().getHost());
        while (true) {
            try {
                HttpResponse<byte[]> response = http.get(
                        address, Map.of("Accept", "application/json"), new TextSink(LARGEST_ANSWER), cancellation);
                if (response.statusCode() == 200) {
                    Matcher next =
                            NEXT.matcher(response.headers().firstValue("Link").orElse(""));
                    Optional<URI> following = next.find()
                            ? Optional.of(new HubPolicy(settings).follow(address, next.group(1)))
                            : Optional.empty();
                    return new Page(response.body(), following);
                }
                retry.status(response.statusCode(), response.headers(), cancellation);
            } catch (IOException broken) {
                retry.failed(broken, cancellation);
            }
        }
    }

    private interface Parsing<T> {
        T run() throws JsonFault;
    }

    private <T> T parsed(Parsing<T> parsing) throws OrreryException {
        try {
            return parsing.run();
        } catch (JsonFault wrong) {
            throw new OrreryException(
                    UserMessage.of(
                            "models.hub.garbage", settings.address().getHost(), String.valueOf(wrong.getMessage())),
                    wrong);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
