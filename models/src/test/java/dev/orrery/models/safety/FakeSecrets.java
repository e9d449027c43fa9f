package dev.orrery.models.safety;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Keys and tokens in their issuers' formats, made up at run time, so that none stands in the repository. */
final class FakeSecrets {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LOWER = UPPER.toLowerCase(java.util.Locale.ROOT);
    private static final String DIGITS = "0123456789";
    private static final String ALL = UPPER + LOWER + DIGITS;

    private final RandomGenerator random;

    FakeSecrets(RandomGenerator random) {
        this.random = random;
    }

    String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String base64(int bytes) {
        byte[] raw = new byte[bytes];
        random.nextBytes(raw);
        return Base64.getEncoder().encodeToString(raw);
    }

    String hex(int length) {
        return of("0123456789abcdef", length);
    }

    private String jwt() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String header = encoder.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        String body = encoder.encodeToString(("{\"sub\":\"" + of(DIGITS, 9) + "\"}").getBytes(StandardCharsets.UTF_8));
        return header + "." + body + "." + of(ALL + "-_", 43);
    }

    String pem(String label) {
        StringBuilder text = new StringBuilder("-----BEGIN " + label + "-----\n");
        for (int line = 0; line < 12; line++) {
            text.append(base64(48)).append('\n');
        }
        return text + "-----END " + label + "-----";
    }

    /** The label that is expected, and a token of its format; several of one label have a number behind a slash. */
    Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("aws-key", "AKIA" + of(UPPER + "234567", 16));
        tokens.put("aws-key/2", "ASIA" + of(UPPER + "234567", 16));
        tokens.put("github-token", "ghp_" + of(ALL, 36));
        tokens.put("github-token/2", "gho_" + of(ALL, 36));
        tokens.put("github-token/3", "github_pat_" + of(ALL, 22) + "_" + of(ALL, 59));
        tokens.put("gitlab-token", "glpat-" + of(ALL + "-_", 19) + "7");
        tokens.put("slack-token", "xoxb-" + of(DIGITS, 12) + "-" + of(DIGITS, 12) + "-" + of(ALL, 24));
        tokens.put("slack-token/2", "xapp-1-A" + of(UPPER + DIGITS, 10) + "-" + of(DIGITS, 13) + "-" + hex(64));
        tokens.put("stripe-key", "sk_live_" + of(ALL, 24));
        tokens.put("stripe-key/2", "rk_live_" + of(ALL, 99));
        tokens.put("google-key", "AIza" + of(ALL + "-_", 34) + "Q");
        tokens.put("google-key/2", "GOCSPX-" + of(ALL + "-_", 27) + "Q");
        tokens.put("openai-key", "sk-proj-" + of(ALL + "-_", 60) + "T3BlbkFJ" + of(ALL, 40));
        tokens.put("openai-key/2", "sk-" + of(ALL, 48));
        tokens.put("anthropic-key", "sk-ant-api03-" + of(ALL + "-_", 92) + "AA");
        tokens.put("npm-token", "npm_" + of(ALL, 36));
        tokens.put("pypi-token", "pypi-AgEIcHlwaS5vcmc" + of(ALL + "-_", 70) + "A");
        tokens.put("huggingface-token", "hf_" + of(UPPER + LOWER, 34));
        tokens.put("service-token", "SG." + of(ALL, 22) + "." + of(ALL, 43));
        tokens.put("service-token/2", "dop_v1_" + hex(64));
        tokens.put("service-token/3", "hvs." + of(ALL, 90));
        tokens.put("jwt", jwt());
        return tokens;
    }
}
