package dev.orrery.models.engine;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;

/**
 * What leaves the machine, to the byte, the key apart.
 *
 * @param address where it goes
 * @param headers all that are set but the one with the key, which is shown as dots
 * @param body the bytes
 */
public record WireRequest(URI address, Map<String, String> headers, byte[] body) {
    public WireRequest {
        headers = Map.copyOf(headers);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WireRequest(URI itsAddress, Map<String, String> itsHeaders, byte[] itsBody)
                && address.equals(itsAddress)
                && headers.equals(itsHeaders)
                && Arrays.equals(body, itsBody);
    }

    @Override
    public int hashCode() {
        return 31 * address.hashCode() + Arrays.hashCode(body);
    }

    @Override
    public String toString() {
        return address + ", " + body.length + " bytes";
    }
}
