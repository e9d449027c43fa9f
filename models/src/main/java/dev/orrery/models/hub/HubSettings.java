package dev.orrery.models.hub;

import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which hub is asked, and how.
 *
 * @param address of the hub
 * @param fileHosts where the hub may send downloads to: a host of this name or below it
 * @param token that the hub knows the user by; only ever sent to the hub itself
 */
public record HubSettings(URI address, List<String> fileHosts, Optional<String> token) {
    private static final String STANDARD = "https://huggingface.co";
    /** Hosts that Hugging Face's documentation names for downloads (its own, its object storage, its content network). */
    private static final List<String> STANDARD_HOSTS = List.of("hf.co", "huggingface.co");

    public HubSettings {
        fileHosts = List.copyOf(fileHosts);
    }

    /**
     * The hub of {@code ORRERY_HUB}, with the hosts of {@code ORRERY_HUB_HOSTS} (names with commas between them) and the token of
     * {@code HF_TOKEN}; without the first, Hugging Face's.
     */
    public static HubSettings of(Map<String, String> environment) throws OrreryException {
        String address = environment.getOrDefault("ORRERY_HUB", "").strip();
        String hosts = environment.getOrDefault("ORRERY_HUB_HOSTS", "").strip();
        List<String> given = Stream.of(hosts.split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        List<String> allowed = given.isEmpty() && address.isEmpty() ? STANDARD_HOSTS : given;
        Optional<String> token =
                Optional.ofNullable(environment.get("HF_TOKEN")).filter(text -> !text.isBlank());
        try {
            URI uri = new URI((address.isEmpty() ? STANDARD : address).replaceAll("/+$", ""));
            HubSettings settings = new HubSettings(uri, allowed, token);
            new HubPolicy(settings).requireHub();
            return settings;
        } catch (URISyntaxException wrong) {
            throw new OrreryException(UserMessage.of("models.hub.badaddress", address), wrong);
        }
    }

    @Override
    public String toString() {
        return address + " " + fileHosts;
    }
}
