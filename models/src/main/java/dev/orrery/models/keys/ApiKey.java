package dev.orrery.models.keys;

/**
 * The key of an account with a provider. It shows as dots wherever it is printed; only what sends it to its own server or
 * keeps it in the keyring reveals it.
 */
public final class ApiKey {
    /** What stands for a key wherever one would be seen. */
    public static final String DOTS = "••••••••";

    private static final int LONGEST = 4096;

    private final String secret;

    /**
     * @param secret 1 to 4096 printable ASCII characters without spaces; white space around it is taken off
     * @throws IllegalArgumentException where it is anything else; the message does not show it
     */
    public ApiKey(String secret) {
        this.secret = secret.strip();
        if (!isOne(this.secret)) {
            throw new IllegalArgumentException("not an API key");
        }
    }

    /** Whether a text, white space around it aside, could be a key. */
    public static boolean isOne(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty()
                && stripped.length() <= LONGEST
                && stripped.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    /** The key itself. */
    public String reveal() {
        return secret;
    }

    /** The text with the key, wherever it stands in it, replaced by dots. */
    public String hideIn(String text) {
        return text.replace(secret, DOTS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKey key && secret.equals(key.secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return DOTS;
    }
}
